<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AttackView</name>
    <message numerus="yes">
        <source>Stopped after %n row(s).</source>
        <translation>
            <numerusform>Stopped after %n row.</numerusform>
            <numerusform>Stopped after %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message numerus="yes">
        <source>Last backup: %1. There are %n.</source>
        <translation>
            <numerusform>Last backup: %1. There is %n.</numerusform>
            <numerusform>Last backup: %1. There are %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) among the backups will be opened and checked first.</source>
        <translation>
            <numerusform>%n file among the backups will be opened and checked first.</numerusform>
            <numerusform>%n files among the backups will be opened and checked first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) among the backups are not usable backups of this vault; they were left as they are.</source>
        <translation>
            <numerusform>%n file among the backups is not a usable backup of this vault; it was left as it is.</numerusform>
            <numerusform>%n files among the backups are not usable backups of this vault; they were left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContentsStep</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published report(s)</source>
        <translation>
            <numerusform>%n published report</numerusform>
            <numerusform>%n published reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message numerus="yes">
        <source>%n memory aid(s) had passed their day and were deleted.</source>
        <translation>
            <numerusform>%n memory aid had passed its day and was deleted.</numerusform>
            <numerusform>%n memory aids had passed their day and were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>Exactly this leaves, %n page(s)</source>
        <translation>
            <numerusform>Exactly this leaves, %n page</numerusform>
            <numerusform>Exactly this leaves, %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As it was published, %n page(s)</source>
        <translation>
            <numerusform>As it was published, %n page</numerusform>
            <numerusform>As it was published, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnownCasesCard</name>
    <message numerus="yes">
        <source>For any group at least %n number(s) remain possible.</source>
        <translation>
            <numerusform>For any group at least %n number remains possible.</numerusform>
            <numerusform>For any group at least %n numbers remain possible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeavesCard</name>
    <message numerus="yes">
        <source>Proven over all %n release(s)</source>
        <translation>
            <numerusform>Proven over %n release</numerusform>
            <numerusform>Proven over all %n releases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LooseEndsCard</name>
    <message numerus="yes">
        <source>%n case(s) without contact for %1 days</source>
        <translation>
            <numerusform>%n case without contact for %1 days</numerusform>
            <numerusform>%n cases without contact for %1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) wait for the client</source>
        <translation>
            <numerusform>%n case waits for the client</numerusform>
            <numerusform>%n cases wait for the client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory aid(s) expire this week</source>
        <translation>
            <numerusform>%n memory aid expires this week</numerusform>
            <numerusform>%n memory aids expire this week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationRules</name>
    <message numerus="yes">
        <source>The desk locks after %n idle minute(s) at most.</source>
        <translation>
            <numerusform>The desk locks after %n idle minute at most.</numerusform>
            <numerusform>The desk locks after %n idle minutes at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A backup that cannot be cleared of what you destroyed goes after %n day(s).</source>
        <translation>
            <numerusform>A backup that cannot be cleared of what you destroyed goes after %n day.</numerusform>
            <numerusform>A backup that cannot be cleared of what you destroyed goes after %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message numerus="yes">
        <source>%n more character(s) at least.</source>
        <translation>
            <numerusform>%n more character at least.</numerusform>
            <numerusform>%n more characters at least.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishFoot</name>
    <message numerus="yes">
        <source>%n file(s) are in the folder you chose.</source>
        <translation>
            <numerusform>%n file is in the folder you chose.</numerusform>
            <numerusform>%n files are in the folder you chose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Uncounted</name>
    <message numerus="yes">
        <source>%n case(s) of this period are not counted.</source>
        <translation>
            <numerusform>%n case of this period is not counted.</numerusform>
            <numerusform>%n cases of this period are not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) have no answer yet to “May it be counted?”.</source>
        <translation>
            <numerusform>%n case has no answer yet to “May it be counted?”.</numerusform>
            <numerusform>%n cases have no answer yet to “May it be counted?”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n case(s) the client did not agree.</source>
        <translation>
            <numerusform>In %n case the client did not agree.</numerusform>
            <numerusform>In %n cases the client did not agree.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) were destroyed before there was an answer.</source>
        <translation>
            <numerusform>%n case was destroyed before there was an answer.</numerusform>
            <numerusform>%n cases were destroyed before there was an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are trial cases or duplicates.</source>
        <translation>
            <numerusform>%n case is a trial case or a duplicate.</numerusform>
            <numerusform>%n cases are trial cases or duplicates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WithheldCard</name>
    <message numerus="yes">
        <source>%n small organisation(s) do not stand apart: fewer than 50 people.</source>
        <translation>
            <numerusform>%n small organisation does not stand apart: fewer than 50 people.</numerusform>
            <numerusform>%n small organisations do not stand apart: fewer than 50 people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YearCard</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
</TS>
