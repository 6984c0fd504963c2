<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Professional hours</source>
        <translation>Vakuren</translation>
    </message>
    <message>
        <source>Activity saved.</source>
        <translation>Activiteit bewaard.</translation>
    </message>
    <message>
        <source>Activity removed.</source>
        <translation>Activiteit verwijderd.</translation>
    </message>
</context>
<context>
    <name>ActivityComposer</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>For yourself; never in a report</source>
        <translation>Voor uzelf; nooit in een verslag</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Bereik</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Choose what it was.</source>
        <translation>Kies wat het was.</translation>
    </message>
    <message>
        <source>Say which day it was, for example: yesterday, or 12-3.</source>
        <translation>Zeg welke dag het was, bijvoorbeeld: gisteren, of 12-3.</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Follow-up day</source>
        <translation>Dag van het vervolg</translation>
    </message>
    <message>
        <source>in 2 weeks</source>
        <translation>over 2 weken</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Vervolg</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>Plan een vervolg</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Gedaan.</translation>
    </message>
</context>
<context>
    <name>Agreements</name>
    <message>
        <source>Recording</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Meetellen</translation>
    </message>
    <message>
        <source>Last asked %1</source>
        <translation>Laatst gevraagd: %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
</context>
<context>
    <name>AttackTable</name>
    <message>
        <source>knows
0</source>
        <translation>kent
0</translation>
    </message>
    <message>
        <source>A colleague, who knows no case</source>
        <translation>Een collega, die geen zaak kent</translation>
    </message>
    <message>
        <source>knows
1</source>
        <translation>kent
1</translation>
    </message>
    <message>
        <source>The accused, who knows one case</source>
        <translation>De beschuldigde, die één zaak kent</translation>
    </message>
    <message>
        <source>knows
2</source>
        <translation>kent
2</translation>
    </message>
    <message>
        <source>HR, who knows two cases</source>
        <translation>HR, die twee zaken kent</translation>
    </message>
    <message>
        <source>knows
3</source>
        <translation>kent
3</translation>
    </message>
    <message>
        <source>Several people together, who know three cases</source>
        <translation>Meer mensen samen, die drie zaken kennen</translation>
    </message>
    <message>
        <source>What readers could work out at best, row by row</source>
        <translation>Wat lezers hoogstens kunnen berekenen, regel voor regel</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cijfer</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} tot {most}</translation>
    </message>
</context>
<context>
    <name>AttackView</name>
    <message>
        <source>What readers could work out at best</source>
        <translation>Wat lezers hoogstens kunnen berekenen</translation>
    </message>
    <message>
        <source>Trying every row…</source>
        <translation>Elke regel proberen…</translation>
    </message>
    <message>
        <source>The promise holds in every row: at least {least} numbers remain possible.</source>
        <translation>De belofte houdt in elke regel: minstens {least} aantallen blijven mogelijk.</translation>
    </message>
    <message>
        <source>Fewer numbers remain than was promised: {least}. Do not publish this report.</source>
        <translation>Er blijven minder aantallen over dan beloofd: {least}. Publiceer dit verslag niet.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n row(s).</source>
        <translation>
            <numerusform>Gestopt na %n regel.</numerusform>
            <numerusform>Gestopt na %n regels.</numerusform>
        </translation>
    </message>
    <message>
        <source>{row}: a colleague who knows none of these cases can work out that there are {least} to {most}.</source>
        <translation>{row}: een collega die geen van deze zaken kent, kan berekenen dat het er {least} tot {most} zijn.</translation>
    </message>
    <message>
        <source>{row}: the accused, who knows one of these cases, can work out that there are {least} to {most}.</source>
        <translation>{row}: de beschuldigde, die één van deze zaken kent, kan berekenen dat het er {least} tot {most} zijn.</translation>
    </message>
    <message>
        <source>{row}: HR, knowing two of these cases, can work out that there are {least} to {most}.</source>
        <translation>{row}: HR, die twee van deze zaken kent, kan berekenen dat het er {least} tot {most} zijn.</translation>
    </message>
    <message>
        <source>{row}: people who know three of these cases together can work out {least} to {most}.</source>
        <translation>{row}: mensen die samen drie van deze zaken kennen, kunnen berekenen dat het er {least} tot {most} zijn.</translation>
    </message>
    <message>
        <source>Whether there was any other stays open.</source>
        <translation>Of er nog een andere was, blijft open.</translation>
    </message>
    <message>
        <source>Perhaps there was none.</source>
        <translation>Misschien was er geen.</translation>
    </message>
    <message>
        <source>Worked out from all reports of this office together, and from nothing else.</source>
        <translation>Berekend uit alle verslagen van dit meldpunt samen, en uit niets anders.</translation>
    </message>
    <message>
        <source>Whoever knows cases knows all their codes; they are among those the row counts.</source>
        <translation>Wie zaken kent, kent al hun codes; het zijn zaken die in de regel meetellen.</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Choose a folder</source>
        <translation>Map kiezen</translation>
    </message>
    <message>
        <source>Keep beside the vault</source>
        <translation>Naast de kluis bewaren</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Nu een back-up maken</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Back-up terughalen</translation>
    </message>
    <message>
        <source>Check the vault</source>
        <translation>Kluis controleren</translation>
    </message>
    <message>
        <source>Backups lie beside the vault, on this computer only.</source>
        <translation>Back-ups staan naast de kluis, alleen op deze computer.</translation>
    </message>
    <message>
        <source>While this folder is away, backups are kept beside the vault.</source>
        <translation>Is deze map er niet, dan staan back-ups zolang naast de kluis.</translation>
    </message>
    <message>
        <source>On a USB stick or a network drive they also survive the loss of this computer.</source>
        <translation>Op een USB-stick of netwerkschijf overleven ze ook het verlies van deze computer.</translation>
    </message>
    <message>
        <source>Backups in %1 still hold what you destroyed. They are cleared as soon as it is connected.</source>
        <translation>In back-ups in %1 staat nog wat u vernietigde. Ze worden geschoond zodra die map er weer is.</translation>
    </message>
    <message>
        <source>No backup yet. One is made whenever you lock the desk after writing.</source>
        <translation>Nog geen back-up. Er komt er een zodra u de desk vergrendelt nadat u iets schreef.</translation>
    </message>
    <message>
        <source>Show their names</source>
        <translation>Toon hun namen</translation>
    </message>
    <message numerus="yes">
        <source>Last backup: %1. There are %n.</source>
        <translation>
            <numerusform>Laatste back-up: %1. Er is er %n.</numerusform>
            <numerusform>Laatste back-up: %1. Er zijn er %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last brought back on trial: %1.</source>
        <translation>Laatst op proef teruggehaald: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) among the backups will be opened and checked first.</source>
        <translation>
            <numerusform>%n bestand tussen de back-ups wordt eerst nog geopend en gecontroleerd.</numerusform>
            <numerusform>%n bestanden tussen de back-ups worden eerst nog geopend en gecontroleerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) among the backups are not usable backups of this vault; they were left as they are.</source>
        <translation>
            <numerusform>%n bestand tussen de back-ups is geen bruikbare back-up van deze kluis; het is gelaten zoals het is.</numerusform>
            <numerusform>%n bestanden tussen de back-ups zijn geen bruikbare back-ups van deze kluis; ze zijn gelaten zoals ze zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not counted as backups</source>
        <translation>Niet meegeteld als back-up</translation>
    </message>
    <message>
        <source>Where shall the backups go?</source>
        <translation>Waar moeten de back-ups heen?</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Back-up wordt gemaakt</translation>
    </message>
    <message>
        <source>The backup is made and was opened to check it.</source>
        <translation>De back-up is gemaakt en ter controle geopend.</translation>
    </message>
    <message>
        <source>Looking at every page of the vault</source>
        <translation>Elke bladzijde van de kluis wordt bekeken</translation>
    </message>
    <message>
        <source>Every page of the vault is as it was written.</source>
        <translation>Elke bladzijde van de kluis is zoals hij werd geschreven.</translation>
    </message>
    <message>
        <source>A part of the vault is damaged. Restore the newest backup; this vault is kept.</source>
        <translation>Een deel van de kluis is beschadigd. Haal de nieuwste back-up terug; deze kluis blijft bewaard.</translation>
    </message>
    <message>
        <source>It is gone for good</source>
        <translation>Die is voorgoed weg</translation>
    </message>
    <message>
        <source>Given up on %1: %2</source>
        <translation>Opgegeven op %1: %2</translation>
    </message>
    <message>
        <source>Gone for good</source>
        <translation>Voorgoed weg</translation>
    </message>
    <message>
        <source>This is kept in the vault. You are not asked for it again.</source>
        <translation>Dit staat in de kluis genoteerd. Er wordt niet meer naar gevraagd.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Sluit dit bericht</translation>
    </message>
</context>
<context>
    <name>BringBackScreen</name>
    <message>
        <source>Type the recovery sheet</source>
        <translation>Typ het herstelblad over</translation>
    </message>
    <message>
        <source>Type the groups as they stand on the sheet. Capitals do not matter.</source>
        <translation>Typ de groepen zoals ze op het blad staan. Hoofdletters maken niet uit.</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Open de desk</translation>
    </message>
    <message>
        <source>Looking at every page of the file</source>
        <translation>Elke bladzijde van het bestand wordt bekeken</translation>
    </message>
    <message>
        <source>Bringing the vault to this computer</source>
        <translation>De kluis komt naar deze computer</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>Van %1</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>Opening the case…</source>
        <translation>Dossier wordt geopend…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Sluit het dossier af</translation>
    </message>
    <message>
        <source>Destroy the case</source>
        <translation>Dossier vernietigen</translation>
    </message>
</context>
<context>
    <name>CaseField</name>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Number, or new</source>
        <translation>Nummer, of nieuw</translation>
    </message>
    <message>
        <source>No case is chosen yet. Type the whole number, such as 26-044, or choose one from the list.</source>
        <translation>Er is nog geen dossier gekozen. Typ het hele nummer, zoals 26-044, of kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>Een nieuw dossier</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Welk dossier?</translation>
    </message>
    <message>
        <source>Case %1 was destroyed.</source>
        <translation>Dossier %1 is vernietigd.</translation>
    </message>
    <message>
        <source>%1. This case is closed.</source>
        <translation>%1. Dit dossier is gesloten.</translation>
    </message>
    <message>
        <source>No case has this number.</source>
        <translation>Geen dossier heeft dit nummer.</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>All cases</source>
        <translation>Alle dossiers</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>In het kort</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Sluit af</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropen</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Vernietigen</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Which cases</source>
        <translation>Welke dossiers</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>All organisations</source>
        <translation>Alle organisaties</translation>
    </message>
    <message>
        <source>No organisation is called “%1”.</source>
        <translation>Geen organisatie heet “%1”.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nieuw dossier</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>No cases here.</source>
        <translation>Hier staan geen dossiers.</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>Te vragen</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>Af te sluiten</translation>
    </message>
    <message>
        <source>To close %1</source>
        <translation>Af te sluiten %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <translation>Nazorg</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Laatste contact</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Width of the list</source>
        <translation>Breedte van de lijst</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Er is geen dossier open.</translation>
    </message>
    <message>
        <source>Choose one on the left, or begin a new one.</source>
        <translation>Kies er links een, of begin een nieuw dossier.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nieuw dossier</translation>
    </message>
</context>
<context>
    <name>ClockQuestion</name>
    <message>
        <source>Until then nothing is registered, closed, published or deleted. Notes are saved; a new contact stays a draft.</source>
        <translation>Tot dan wordt er niets geregistreerd, afgesloten, gepubliceerd of verwijderd. Notities worden opgeslagen; een nieuw contact blijft een concept.</translation>
    </message>
    <message>
        <source>That date is wrong</source>
        <translation>Die datum klopt niet</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Kijk opnieuw</translation>
    </message>
    <message>
        <source>%1 is right</source>
        <translation>%1 klopt</translation>
    </message>
    <message>
        <source>Your computer says %1, which cannot be. This vault was last used on %2.</source>
        <translation>Volgens uw computer is het %1, en dat kan niet. Deze kluis is het laatst gebruikt op %2.</translation>
    </message>
    <message>
        <source>Your computer says %1. This vault was last used on %2. Which is right?</source>
        <translation>Volgens uw computer is het %1. Deze kluis is het laatst gebruikt op %2. Wat klopt?</translation>
    </message>
    <message>
        <source>Set the date in the settings of this computer, under Date and time.</source>
        <translation>Stel de datum in bij de instellingen van deze computer, onder Datum en tijd.</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Why no formal complaint</source>
        <translation>Waarom geen formele klacht</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <translation>Nazorg</translation>
    </message>
    <message>
        <source>Did it have consequences for the client?</source>
        <translation>Had het gevolgen voor de cliënt?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
    <message>
        <source>May it be counted?</source>
        <translation>Mag het meetellen?</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Nog niet gevraagd</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Gesloten op</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Sluit af</translation>
    </message>
    <message>
        <source>Still open; leave empty what you do not know</source>
        <translation>Nog open; laat leeg wat u niet weet</translation>
    </message>
    <message>
        <source>The notes are kept until %1.</source>
        <translation>De notities blijven bewaard tot %1.</translation>
    </message>
    <message>
        <source>Case %1 is closed.</source>
        <translation>Dossier %1 is gesloten.</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Aard</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Positie</translation>
    </message>
    <message>
        <source>Opposite</source>
        <translation>Tegenover</translation>
    </message>
    <message>
        <source>Same link or another</source>
        <translation>Zelfde schakel of een andere</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Hoe lang geleden</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Gekomen via</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>Remove %1</source>
        <translation>Verwijder %1</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>What to write</source>
        <translation>Wat u schrijft</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Verwijzing</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Your passphrase of today</source>
        <translation>Uw huidige wachtzin</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>What was said or agreed?</source>
        <translation>Wat is er gezegd of afgesproken?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Begin opnieuw</translation>
    </message>
    <message>
        <source>The card is empty.</source>
        <translation>De kaart is leeg.</translation>
    </message>
    <message>
        <source>This case is closed. Save again to add this talk to it all the same.</source>
        <translation>Dit dossier is gesloten. Sla nogmaals op om dit gesprek er toch aan toe te voegen.</translation>
    </message>
</context>
<context>
    <name>ContactFields</name>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Who began</source>
        <translation>Wie begon</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliënt</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ik</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Bewaard als</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Memory aid</source>
        <translation>Geheugensteun</translation>
    </message>
    <message>
        <source>Follow-up day</source>
        <translation>Dag van het vervolg</translation>
    </message>
    <message>
        <source>in 2 weeks</source>
        <translation>over 2 weken</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Vervolg</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>client began</source>
        <translation>cliënt begon</translation>
    </message>
    <message>
        <source>I began</source>
        <translation>ik begon</translation>
    </message>
    <message>
        <source>memory aid</source>
        <translation>geheugensteun</translation>
    </message>
    <message>
        <source>case file</source>
        <translation>dossier</translation>
    </message>
</context>
<context>
    <name>ContactWriting</name>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>What was said or agreed?</source>
        <translation>Wat is er gezegd of afgesproken?</translation>
    </message>
    <message>
        <source>no follow-up</source>
        <translation>geen vervolg</translation>
    </message>
</context>
<context>
    <name>ContentsStep</name>
    <message>
        <source>This is in it</source>
        <translation>Dit staat erin</translation>
    </message>
    <message>
        <source>Every page was looked at, and all of it can be read.</source>
        <translation>Elke bladzijde is bekeken en alles is leesbaar.</translation>
    </message>
    <message>
        <source>What you wrote or destroyed after this moment is not in it. Is there a newer file? Then go back and take that one.</source>
        <translation>Wat u na dit moment schreef of vernietigde, is er niet in verwerkt. Is er een nieuwer bestand? Ga dan terug en neem dat.</translation>
    </message>
    <message>
        <source>Destroy again what you destroyed since. If a report was published since, publish nothing more over that year: this vault does not know what it told.</source>
        <translation>Vernietig opnieuw wat u sindsdien vernietigde. Is er sindsdien een verslag gepubliceerd, publiceer dan over dat jaar niets meer: deze kluis weet niet wat daarin stond.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published report(s)</source>
        <translation>
            <numerusform>%n gepubliceerd verslag</numerusform>
            <numerusform>%n gepubliceerde verslagen</numerusform>
        </translation>
    </message>
    <message>
        <source>last written on %1</source>
        <translation>laatst geschreven op %1</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>today, 23-11, in 2 weeks</source>
        <translation>vandaag, 23-11, over 2 weken</translation>
    </message>
    <message>
        <source>Date not recognised. For example 23-11, 23-11-2026 or yesterday.</source>
        <translation>Datum niet herkend. Bijvoorbeeld 23-11, 23-11-2026 of gisteren.</translation>
    </message>
    <message>
        <source>Date not recognised. For example 23-11, 23-11-2026 or in 2 weeks.</source>
        <translation>Datum niet herkend. Bijvoorbeeld 23-11, 23-11-2026 of over 2 weken.</translation>
    </message>
    <message>
        <source>Date not recognised</source>
        <translation>Datum niet herkend</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>The desk is open.</source>
        <translation>De desk is open.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Something went wrong here (%1). What you saved is safe.</source>
        <translation>Hier ging iets mis (%1). Wat u hebt opgeslagen, is veilig.</translation>
    </message>
    <message numerus="yes">
        <source>%n memory aid(s) had passed their day and were deleted.</source>
        <translation>
            <numerusform>%n geheugensteun was over de datum en is verwijderd.</numerusform>
            <numerusform>%n geheugensteunen waren over de datum en zijn verwijderd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DestroyCard</name>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>The term has passed</source>
        <translation>De termijn is voorbij</translation>
    </message>
    <message>
        <source>The client asked for it</source>
        <translation>De melder vroeg erom</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Een andere reden</translation>
    </message>
    <message>
        <source>All notes with their earlier versions, names, wishes, follow-ups and agreements are destroyed.</source>
        <translation>Alle notities met hun eerdere versies, namen, wensen, vervolgacties en afspraken worden vernietigd.</translation>
    </message>
    <message>
        <source>They leave the vault at once, then every backup within reach. A backup on a drive that is not connected follows as soon as it is.</source>
        <translation>Ze verdwijnen meteen uit de kluis, daarna uit elke back-up die bereikbaar is. Een back-up op een schijf die nu niet is aangesloten volgt zodra die er weer is.</translation>
    </message>
    <message>
        <source>What stays is the number, the day and the codes that figures count. No figure changes.</source>
        <translation>Wat blijft zijn het nummer, de dag en de codes die in de cijfers tellen. Geen cijfer verandert.</translation>
    </message>
    <message>
        <source>Nobody can undo this.</source>
        <translation>Niemand kan dit ongedaan maken.</translation>
    </message>
    <message>
        <source>Keep the case</source>
        <translation>Dossier bewaren</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Dossier %1</translation>
    </message>
    <message>
        <source>Destroy case %1</source>
        <translation>Dossier %1 vernietigen</translation>
    </message>
</context>
<context>
    <name>DoctorScreen</name>
    <message>
        <source>Forgotten the passphrase, or is this a new computer?</source>
        <translation>Wachtzin vergeten, of is dit een nieuwe computer?</translation>
    </message>
    <message>
        <source>The recovery sheet opens your vault. It is unharmed.</source>
        <translation>Het herstelblad opent uw kluis. Die is onbeschadigd.</translation>
    </message>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>Open met het herstelblad</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>De desk sluiten</translation>
    </message>
    <message>
        <source>For your helpdesk: %1</source>
        <translation>Voor uw helpdesk: %1</translation>
    </message>
    <message>
        <source>I have a backup or a vault file</source>
        <translation>Ik heb een back-up of een kluisbestand</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Late</source>
        <translation>Te laat</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Deze week</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Wat er te doen is</translation>
    </message>
</context>
<context>
    <name>DueWidget</name>
    <message>
        <source>Call back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Gedaan: %1</translation>
    </message>
    <message>
        <source>Open case %1</source>
        <translation>Open dossier %1</translation>
    </message>
</context>
<context>
    <name>EndWidget</name>
    <message>
        <source>Nothing is recorded yet. Write the first contact above.</source>
        <translation>Er is nog niets vastgelegd. Schrijf hierboven het eerste contact.</translation>
    </message>
</context>
<context>
    <name>EntryWidget</name>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Wijzig</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>first quarter {year}</source>
        <translation>eerste kwartaal {year}</translation>
    </message>
    <message>
        <source>second quarter {year}</source>
        <translation>tweede kwartaal {year}</translation>
    </message>
    <message>
        <source>third quarter {year}</source>
        <translation>derde kwartaal {year}</translation>
    </message>
    <message>
        <source>fourth quarter {year}</source>
        <translation>vierde kwartaal {year}</translation>
    </message>
    <message>
        <source>first half of {year}</source>
        <translation>eerste helft van {year}</translation>
    </message>
    <message>
        <source>second half of {year}</source>
        <translation>tweede helft van {year}</translation>
    </message>
    <message>
        <source>the year {year}</source>
        <translation>het jaar {year}</translation>
    </message>
    <message>
        <source>{year}, quarter 1</source>
        <translation>{year}, kwartaal 1</translation>
    </message>
    <message>
        <source>{year}, quarter 2</source>
        <translation>{year}, kwartaal 2</translation>
    </message>
    <message>
        <source>{year}, quarter 3</source>
        <translation>{year}, kwartaal 3</translation>
    </message>
    <message>
        <source>{year}, quarter 4</source>
        <translation>{year}, kwartaal 4</translation>
    </message>
    <message>
        <source>{year}, first half</source>
        <translation>{year}, eerste helft</translation>
    </message>
    <message>
        <source>{year}, second half</source>
        <translation>{year}, tweede helft</translation>
    </message>
    <message>
        <source>{year}, year</source>
        <translation>{year}, jaar</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kerncijfers</translation>
    </message>
    <message>
        <source>What it was about</source>
        <translation>Waar het over ging</translation>
    </message>
    <message>
        <source>In which role somebody came</source>
        <translation>In welke rol iemand kwam</translation>
    </message>
    <message>
        <source>Tie to the work</source>
        <translation>Band met het werk</translation>
    </message>
    <message>
        <source>Whom it was about</source>
        <translation>Over wie het ging</translation>
    </message>
    <message>
        <source>Same organisation or another link</source>
        <translation>Zelfde organisatie of een andere schakel</translation>
    </message>
    <message>
        <source>Where it happened</source>
        <translation>Waar het gebeurde</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Wat er is gedaan</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Hoe het afliep</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <translation>Nazorg</translation>
    </message>
    <message>
        <source>Retaliation after reporting</source>
        <translation>Benadeling na melden</translation>
    </message>
    <message>
        <source>Information and prevention</source>
        <translation>Voorlichting en preventie</translation>
    </message>
    <message>
        <source>Time for information and prevention</source>
        <translation>Tijd voor voorlichting en preventie</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>New cases</source>
        <translation>Nieuwe dossiers</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>Gesloten dossiers</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Cases with contact</source>
        <translation>Dossiers met contact</translation>
    </message>
    <message>
        <source>Change in running cases</source>
        <translation>Verandering in lopende dossiers</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Minutes of activities</source>
        <translation>Minuten aan activiteiten</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
    <message>
        <source>{subject}: too few people to stand apart.</source>
        <translation>{subject}: te weinig mensen om apart te tonen.</translation>
    </message>
    <message>
        <source>{subject}: the protection could not be proven.</source>
        <translation>{subject}: de bescherming kon niet worden bewezen.</translation>
    </message>
    <message>
        <source>{subject}: nothing to count in this period.</source>
        <translation>{subject}: niets te tellen in deze periode.</translation>
    </message>
    <message>
        <source>The sector</source>
        <translation>De sector</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n tabel</numerusform>
            <numerusform>%n tabellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n cijfer</numerusform>
            <numerusform>%n cijfers</numerusform>
        </translation>
    </message>
    <message>
        <source>Where shall the files go?</source>
        <translation>Waar moeten de bestanden komen?</translation>
    </message>
    <message>
        <source>{period} can be published from {day}.</source>
        <translation>{period} kan naar buiten vanaf {day}.</translation>
    </message>
</context>
<context>
    <name>FiguresChoice</name>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Earlier periods</source>
        <translation>Eerdere perioden</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Taal van het verslag</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Published before</source>
        <translation>Eerder gepubliceerd</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nog niets.</translation>
    </message>
    <message>
        <source>{period}, correction</source>
        <translation>{period}, correctie</translation>
    </message>
    <message>
        <source>Nothing is called “{letters}”. The figures are still for: {audience}.</source>
        <translation>Niets heet “{letters}”. De cijfers zijn nog voor: {audience}.</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Width of what is chosen</source>
        <translation>Breedte van wat gekozen is</translation>
    </message>
    <message>
        <source>The figures have changed since you looked. Please look at them once more.</source>
        <translation>De cijfers zijn veranderd sinds u keek. Bekijkt u ze nog eens.</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Working out what may leave…</source>
        <translation>Uitrekenen wat naar buiten mag…</translation>
    </message>
    <message>
        <source>Show {period}</source>
        <translation>Toon {period}</translation>
    </message>
    <message>
        <source>For your eyes only</source>
        <translation>Alleen voor uw ogen</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>Terug naar het verslag</translation>
    </message>
    <message numerus="yes">
        <source>Exactly this leaves, %n page(s)</source>
        <translation>
            <numerusform>Precies dit gaat naar buiten, %n bladzijde</numerusform>
            <numerusform>Precies dit gaat naar buiten, %n bladzijden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As it was published, %n page(s)</source>
        <translation>
            <numerusform>Zoals het is gepubliceerd, %n bladzijde</numerusform>
            <numerusform>Zoals het is gepubliceerd, %n bladzijden</numerusform>
        </translation>
    </message>
    <message>
        <source>From the figures alone</source>
        <translation>Alleen uit de cijfers</translation>
    </message>
    <message>
        <source>What leaves is {mean} off on average and {most} at most. The true figures never leave.</source>
        <translation>Wat naar buiten gaat, wijkt gemiddeld {mean} en hoogstens {most} af. De ware cijfers gaan nooit naar buiten.</translation>
    </message>
    <message>
        <source>True figures</source>
        <translation>Ware cijfers</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Which file is it?</source>
        <translation>Welk bestand is het?</translation>
    </message>
    <message>
        <source>A backup has the day it was made in its name and ends in .backup; take the newest. The vault of another computer is called desk.vault. The file itself is only read.</source>
        <translation>In de naam van een back-up staat de dag waarop hij is gemaakt en de naam eindigt op .backup; neem de nieuwste. De kluis van een andere computer heet desk.vault. Het bestand zelf wordt alleen gelezen.</translation>
    </message>
    <message>
        <source>Backups of this computer lie in %1, unless another folder was chosen in the settings.</source>
        <translation>Back-ups van deze computer staan in %1, tenzij er bij de instellingen een andere map is gekozen.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Kies het bestand</translation>
    </message>
    <message>
        <source>Backups and vaults (*.backup *.vault)</source>
        <translation>Back-ups en kluizen (*.backup *.vault)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Your words are kept as a draft and come back where you wrote them.</source>
        <translation>Uw woorden zijn als concept opgeslagen en komen terug waar u ze schreef.</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>How the case stands</source>
        <translation>Hoe het dossier ervoor staat</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Aard</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Wens</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>In het kort</translation>
    </message>
    <message>
        <source>Safe contact and names</source>
        <translation>Veilig contact en namen</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Vervolg</translation>
    </message>
    <message>
        <source>Agreed with the client</source>
        <translation>Afgesproken met de cliënt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Schakel</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Positie</translation>
    </message>
    <message>
        <source>Opposite</source>
        <translation>Tegenover</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Same link</source>
        <translation>Zelfde schakel</translation>
    </message>
    <message>
        <source>Their link</source>
        <translation>Hun schakel</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richting</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Patroon</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Gekomen via</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Minder</translation>
    </message>
</context>
<context>
    <name>GoneForGoodPanel</name>
    <message>
        <source>What you destroyed is still in the backups there, and the desk cannot take it out any more. Whoever has them and their key can read it.</source>
        <translation>Wat u vernietigde, staat nog in de back-ups daar, en de desk kan het er niet meer uit halen. Wie ze heeft en hun sleutel, kan het lezen.</translation>
    </message>
    <message>
        <source>Without the key nobody can. It stands on your recovery sheet, and lies in the keyring of this computer.</source>
        <translation>Zonder de sleutel kan niemand dat. Die staat op uw herstelblad en ligt in de sleutelbos van deze computer.</translation>
    </message>
    <message>
        <source>You are not asked for this place again. Should it turn up, connect it: then it is cleared.</source>
        <translation>Naar deze plek wordt niet meer gevraagd. Komt hij toch boven water, sluit hem dan aan: dan wordt hij alsnog geschoond.</translation>
    </message>
    <message>
        <source>It is gone for good</source>
        <translation>Die is voorgoed weg</translation>
    </message>
    <message>
        <source>To close it all the same</source>
        <translation>Om hem alsnog te sluiten</translation>
    </message>
    <message>
        <source>Change the key, and tear up the old sheet once there is a new backup. Then the key of these backups is nowhere any more. Other backups from before that day cannot be opened either.</source>
        <translation>Wijzig de sleutel en verscheur het oude blad zodra er een nieuwe back-up is. De sleutel van deze back-ups is dan nergens meer. Ook andere back-ups van voor die dag gaan dan niet meer open.</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Sleutel wijzigen</translation>
    </message>
</context>
<context>
    <name>HiddenPage</name>
    <message>
        <source>Working together: our house rules</source>
        <translation>Samenwerken: onze huisregels</translation>
    </message>
    <message>
        <source>Be on time</source>
        <translation>Kom op tijd</translation>
    </message>
    <message>
        <source>Start and end meetings as agreed. Let the others know when you are held up.</source>
        <translation>Begin en eindig overleg zoals afgesproken. Laat het de anderen weten als u wordt opgehouden.</translation>
    </message>
    <message>
        <source>Let each other finish</source>
        <translation>Laat elkaar uitspreken</translation>
    </message>
    <message>
        <source>Listen first, then answer. Ask when something is not clear; nobody has to know everything.</source>
        <translation>Luister eerst, antwoord daarna. Vraag het als iets niet duidelijk is; niemand hoeft alles te weten.</translation>
    </message>
    <message>
        <source>Say what you mean, kindly</source>
        <translation>Zeg wat u bedoelt, vriendelijk</translation>
    </message>
    <message>
        <source>Speak about the work, not about the person. Praise in company, discuss mistakes in private.</source>
        <translation>Spreek over het werk, niet over de persoon. Geef complimenten in gezelschap, bespreek fouten onder vier ogen.</translation>
    </message>
    <message>
        <source>Keep agreements</source>
        <translation>Kom afspraken na</translation>
    </message>
    <message>
        <source>Write down who does what and when. Cannot make it? Say so early, so the plan can change.</source>
        <translation>Schrijf op wie wat doet en wanneer. Lukt het niet? Zeg het op tijd, dan kan de planning mee.</translation>
    </message>
    <message>
        <source>Leave shared rooms as you found them</source>
        <translation>Laat gedeelde ruimten achter zoals u ze vond</translation>
    </message>
    <message>
        <source>Clear the table, close the windows, switch off the lights and take your cup with you.</source>
        <translation>Ruim de tafel op, sluit de ramen, doe het licht uit en neem uw kopje mee.</translation>
    </message>
    <message>
        <source>Respect each other&apos;s time off</source>
        <translation>Respecteer elkaars vrije tijd</translation>
    </message>
    <message>
        <source>Evenings and weekends are free unless the schedule says otherwise. Messages can wait.</source>
        <translation>Avonden en weekenden zijn vrij, tenzij het rooster anders zegt. Berichten kunnen wachten.</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>Recertification</source>
        <translation>Hercertificering</translation>
    </message>
    <message>
        <source>%1 of %2 hours</source>
        <translation>%1 van %2 uur</translation>
    </message>
</context>
<context>
    <name>IdentityFields</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Telephone or address</source>
        <translation>Telefoon of adres</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>Only mobile, after 18:00, no voicemail</source>
        <translation>Alleen mobiel, na 18:00, geen voicemail</translation>
    </message>
    <message>
        <source>Why do you need this? Without a name there is nothing to find or to leak.</source>
        <translation>Waarom hebt u dit nodig? Zonder naam valt er niets te vinden en niets te lekken.</translation>
    </message>
</context>
<context>
    <name>IdentityForm</name>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>More about the case</source>
        <translation>Meer over het dossier</translation>
    </message>
    <message>
        <source>Name and safe contact</source>
        <translation>Naam en veilig contact</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Open het dossier</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Begin opnieuw</translation>
    </message>
    <message>
        <source>The form is empty.</source>
        <translation>Het formulier is leeg.</translation>
    </message>
</context>
<context>
    <name>KeyScreen</name>
    <message>
        <source>A new key</source>
        <translation>Een nieuwe sleutel</translation>
    </message>
    <message>
        <source>Useful when somebody else may have seen your recovery sheet, or once every few years.</source>
        <translation>Nuttig als iemand anders uw herstelblad gezien kan hebben, of eens in de paar jaar.</translation>
    </message>
    <message>
        <source>You get a new recovery sheet. The old one no longer opens the vault; keep it with the backups from before today, they still need it.</source>
        <translation>U krijgt een nieuw herstelblad. Het oude opent de kluis dan niet meer; bewaar het bij de back-ups van vóór vandaag, die hebben het nog nodig.</translation>
    </message>
    <message>
        <source>At the end the desk locks itself, and you open it as always.</source>
        <translation>Aan het eind vergrendelt de desk zichzelf, en u opent hem zoals altijd.</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Sleutel wijzigen</translation>
    </message>
    <message>
        <source>Stop and lock</source>
        <translation>Stoppen en vergrendelen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>The new passphrase is in force.</source>
        <translation>De nieuwe wachtzin is van kracht.</translation>
    </message>
</context>
<context>
    <name>KnownCasesCard</name>
    <message numerus="yes">
        <source>For any group at least %n number(s) remain possible.</source>
        <translation>
            <numerusform>Voor elke groep blijft minstens %n aantal mogelijk.</numerusform>
            <numerusform>Voor elke groep blijven minstens %n aantallen mogelijk.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attack it yourself</source>
        <translation>Val het zelf aan</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>Terug naar het verslag</translation>
    </message>
    <message>
        <source>Somebody knows some of the cases</source>
        <translation>Iemand kent zelf zaken</translation>
    </message>
    <message>
        <source>How many cases somebody knows</source>
        <translation>Hoeveel zaken iemand zelf kent</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Your notes stay on this computer, encrypted. Nothing is sent anywhere.</source>
        <translation>Uw notities blijven op deze computer, versleuteld. Er wordt niets verstuurd.</translation>
    </message>
    <message>
        <source>You choose a passphrase and get a recovery sheet. Together they take about ten minutes.</source>
        <translation>U kiest een wachtzin en krijgt een herstelblad. Samen kost dat ongeveer tien minuten.</translation>
    </message>
    <message>
        <source>Nothing is made until you have finished. You can close this window at any time.</source>
        <translation>Er wordt niets gemaakt voordat u klaar bent. U kunt dit venster op elk moment sluiten.</translation>
    </message>
    <message>
        <source>I have a backup or a vault file, and my recovery sheet</source>
        <translation>Ik heb een back-up of een kluisbestand, en mijn herstelblad</translation>
    </message>
</context>
<context>
    <name>LeavesCard</name>
    <message>
        <source>This leaves, and nothing else</source>
        <translation>Dit gaat naar buiten, en niets anders</translation>
    </message>
    <message>
        <source>{tables}, {figures}. No text from cases, no dates, no names.</source>
        <translation>{tables}, {figures}. Geen tekst uit dossiers, geen data, geen namen.</translation>
    </message>
    <message numerus="yes">
        <source>Proven over all %n release(s)</source>
        <translation>
            <numerusform>Bewezen over %n verslag</numerusform>
            <numerusform>Bewezen over alle %n verslagen</numerusform>
        </translation>
    </message>
    <message>
        <source>A correction: it takes the place of report {number}, and is proven together with it.</source>
        <translation>Een correctie: zij komt in de plaats van verslag {number} en is samen daarmee bewezen.</translation>
    </message>
    <message>
        <source>With wider margins than usual: up to {window}.</source>
        <translation>Met ruimere marges dan gewoonlijk: tot {window}.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Cannot open?</source>
        <translation>Lukt het niet?</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Bezig met openen…</translation>
    </message>
    <message>
        <source>The desk is locked.</source>
        <translation>De desk is vergrendeld.</translation>
    </message>
</context>
<context>
    <name>LooseEndsCard</name>
    <message numerus="yes">
        <source>%n case(s) without contact for %1 days</source>
        <translation>
            <numerusform>%n dossier %1 dagen zonder contact</numerusform>
            <numerusform>%n dossiers %1 dagen zonder contact</numerusform>
        </translation>
    </message>
    <message>
        <source>To close</source>
        <translation>Af te sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) wait for the client</source>
        <translation>
            <numerusform>%n dossier wacht op de cliënt</numerusform>
            <numerusform>%n dossiers wachten op de cliënt</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message numerus="yes">
        <source>%n memory aid(s) expire this week</source>
        <translation>
            <numerusform>%n geheugensteun verloopt deze week</numerusform>
            <numerusform>%n geheugensteunen verlopen deze week</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory aids</source>
        <translation>Geheugensteunen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Toon: %1</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This case follows a retention term that this program does not know.</source>
        <translation>Dit dossier volgt een bewaartermijn die dit programma niet kent.</translation>
    </message>
    <message>
        <source>Until the program is updated, the case stays open.</source>
        <translation>Tot het programma is bijgewerkt, blijft het dossier open.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Dit is niet gelukt.</translation>
    </message>
    <message>
        <source>What you saved is safe. Try again.</source>
        <translation>Wat u bewaarde is veilig. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>There is no screen here to show the desk on.</source>
        <translation>Er is hier geen scherm om het programma op te tonen.</translation>
    </message>
    <message>
        <source>Start it in a desktop session. Reports, checks and a tour need no screen.</source>
        <translation>Start het in een bureaubladsessie. Verslagen, controles en een rondgang hebben geen scherm nodig.</translation>
    </message>
    <message>
        <source>Your vault is unharmed. The recovery sheet opens it.</source>
        <translation>Uw kluis is onbeschadigd. Het herstelblad opent hem.</translation>
    </message>
    <message>
        <source>Install the newer version to open it. Your vault is unharmed.</source>
        <translation>Installeer de nieuwere versie om hem te openen. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>Open it again to see how it is now.</source>
        <translation>Open het opnieuw om te zien hoe het nu is.</translation>
    </message>
    <message>
        <source>The desk is locked.</source>
        <translation>De desk is vergrendeld.</translation>
    </message>
    <message>
        <source>Open it first.</source>
        <translation>Open hem eerst.</translation>
    </message>
    <message>
        <source>Open it here this once</source>
        <translation>Deze keer toch hier openen</translation>
    </message>
    <message>
        <source>The keyring of this computer did not answer as it should.</source>
        <translation>De sleutelbos van deze computer antwoordde niet zoals het hoort.</translation>
    </message>
    <message>
        <source>Your vault is unharmed. Try again, or open it with the recovery sheet.</source>
        <translation>Uw kluis is onbeschadigd. Probeer het opnieuw, of open hem met het herstelblad.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be trusted with the key.</source>
        <translation>Deze computer heeft geen sleutelbos waaraan de sleutel kan worden toevertrouwd.</translation>
    </message>
    <message>
        <source>Start the system&apos;s keyring, then press Try again. Your vault is unharmed.</source>
        <translation>Start de sleutelbos van uw systeem en druk op Probeer opnieuw. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>De sleutelbos is vergrendeld.</translation>
    </message>
    <message>
        <source>Unlock it in your system, then press Try again. Your vault is unharmed.</source>
        <translation>Ontgrendel hem in uw systeem en druk op Probeer opnieuw. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>The system asked whether the desk may have its key, and the answer was no.</source>
        <translation>Het systeem vroeg of de desk bij zijn sleutel mag, en het antwoord was nee.</translation>
    </message>
    <message>
        <source>Press Try again and allow it. Your vault is unharmed.</source>
        <translation>Druk op Probeer opnieuw en sta het toe. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>The keyring gave no answer within {seconds} seconds.</source>
        <translation>De sleutelbos gaf binnen {seconds} seconden geen antwoord.</translation>
    </message>
    <message>
        <source>Perhaps a question of your system waits behind this window. Answer it, then press Try again.</source>
        <translation>Misschien wacht er achter dit venster een vraag van uw systeem. Beantwoord die en druk op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>The keyring is open, and the key of this vault is not in it.</source>
        <translation>De sleutelbos is open, en de sleutel van deze kluis zit er niet in.</translation>
    </message>
    <message>
        <source>The keyring took the key and did not give it back, so it was not relied on.</source>
        <translation>De sleutelbos nam de sleutel aan en gaf hem niet terug; er is dus niet op vertrouwd.</translation>
    </message>
    <message>
        <source>Nothing was changed. Start the system&apos;s keyring, then press Try again.</source>
        <translation>Er is niets veranderd. Start de sleutelbos van uw systeem en druk op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>The key was put into another kind of keyring than the one this session has.</source>
        <translation>De sleutel is in een andere soort sleutelbos gelegd dan deze sessie heeft.</translation>
    </message>
    <message>
        <source>Log in to the desktop you used before, or open the vault with the recovery sheet.</source>
        <translation>Meld u aan op het bureaublad dat u eerder gebruikte, of open de kluis met het herstelblad.</translation>
    </message>
    <message>
        <source>The key in the keyring belongs to another vault.</source>
        <translation>De sleutel in de sleutelbos hoort bij een andere kluis.</translation>
    </message>
    <message>
        <source>A passphrase has at least {least} characters.</source>
        <translation>Een wachtzin heeft ten minste {least} tekens.</translation>
    </message>
    <message>
        <source>Four or five words are easy to remember and hard to guess.</source>
        <translation>Vier of vijf woorden zijn makkelijk te onthouden en moeilijk te raden.</translation>
    </message>
    <message>
        <source>This vault asks for a passphrase.</source>
        <translation>Deze kluis vraagt om een wachtzin.</translation>
    </message>
    <message>
        <source>Type it, then press Open.</source>
        <translation>Typ die en druk op Open.</translation>
    </message>
    <message>
        <source>That is not the passphrase of this vault.</source>
        <translation>Dat is niet de wachtzin van deze kluis.</translation>
    </message>
    <message>
        <source>Look at capitals and spaces, and try again.</source>
        <translation>Let op hoofdletters en spaties, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>After several tries the desk waits a little.</source>
        <translation>Na een aantal pogingen wacht de desk even.</translation>
    </message>
    <message>
        <source>Try again in {seconds} seconds.</source>
        <translation>Probeer het over {seconds} seconden opnieuw.</translation>
    </message>
    <message>
        <source>What the keyring gave back is not what was put there.</source>
        <translation>Wat de sleutelbos teruggaf, is niet wat erin is gelegd.</translation>
    </message>
    <message>
        <source>The key was sealed by a newer version of this program.</source>
        <translation>De sleutel is verzegeld door een nieuwere versie van dit programma.</translation>
    </message>
    <message>
        <source>The sheet has {needed} groups; not all of them are filled in.</source>
        <translation>Het blad heeft {needed} groepen; ze zijn nog niet allemaal ingevuld.</translation>
    </message>
    <message>
        <source>Type the groups that are still empty.</source>
        <translation>Typ de groepen die nog leeg zijn.</translation>
    </message>
    <message>
        <source>Group {group} is not as it stands on the sheet.</source>
        <translation>Groep {group} is niet zoals hij op het blad staat.</translation>
    </message>
    <message>
        <source>Look at group {group} once more, sign by sign.</source>
        <translation>Bekijk groep {group} nog eens, teken voor teken.</translation>
    </message>
    <message>
        <source>This sheet belongs to another vault.</source>
        <translation>Dit blad hoort bij een andere kluis.</translation>
    </message>
    <message>
        <source>Compare the fingerprint on the sheet with the one in Settings, and take the right sheet.</source>
        <translation>Vergelijk de vingerafdruk op het blad met die in Instellingen en neem het juiste blad.</translation>
    </message>
    <message>
        <source>Your vault is open. This computer has no keyring that can keep its key.</source>
        <translation>Uw kluis is open. Deze computer heeft geen sleutelbos die de sleutel kan bewaren.</translation>
    </message>
    <message>
        <source>Keep the recovery sheet at hand: you need it again the next time.</source>
        <translation>Houd het herstelblad bij de hand: u hebt het de volgende keer weer nodig.</translation>
    </message>
    <message>
        <source>The vault is here; the small file that says where its key is, is not.</source>
        <translation>De kluis is er; het kleine bestand dat zegt waar de sleutel is, is er niet.</translation>
    </message>
    <message>
        <source>The small file beside the vault cannot be read.</source>
        <translation>Het kleine bestand naast de kluis is niet te lezen.</translation>
    </message>
    <message>
        <source>A newer version of this program has used this vault.</source>
        <translation>Een nieuwere versie van dit programma heeft deze kluis gebruikt.</translation>
    </message>
    <message>
        <source>There is a vault in this folder already.</source>
        <translation>Er is al een kluis in deze map.</translation>
    </message>
    <message>
        <source>A new one is never made over it. Close the desk and open it again.</source>
        <translation>Er wordt nooit een nieuwe overheen gemaakt. Sluit de desk en open hem opnieuw.</translation>
    </message>
    <message>
        <source>{service} copies the folder of the vault to other machines.</source>
        <translation>{service} kopieert de map van de kluis naar andere apparaten.</translation>
    </message>
    <message>
        <source>Copied piece by piece a vault breaks. Let your helpdesk put the folder on a disk of this computer that is not copied, then press Try again. Your vault is unharmed.</source>
        <translation>Stukje bij beetje gekopieerd raakt een kluis stuk. Laat uw helpdesk de map op een schijf van deze computer zetten die niet gekopieerd wordt, en druk dan op Probeer opnieuw. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>The folder of the vault lies on another machine ({kind}).</source>
        <translation>De map van de kluis staat op een ander apparaat ({kind}).</translation>
    </message>
    <message>
        <source>Over a network a vault breaks. Let your helpdesk put the folder on a disk of this computer, then press Try again. Your vault is unharmed.</source>
        <translation>Over een netwerk raakt een kluis stuk. Laat uw helpdesk de map op een schijf van deze computer zetten, en druk dan op Probeer opnieuw. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>The folder of the vault cannot be read or written.</source>
        <translation>De map van de kluis is niet te lezen of te schrijven.</translation>
    </message>
    <message>
        <source>Look whether the drive is there and whether you may write in it, then press Try again.</source>
        <translation>Kijk of de schijf er is en of u erin mag schrijven, en druk op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>A vault would break there. Let your helpdesk put the folder on a disk of this computer that is not copied, then press Try again. Nothing was made.</source>
        <translation>Een kluis zou daar stukgaan. Laat uw helpdesk de map op een schijf van deze computer zetten die niet gekopieerd wordt, en druk dan op Probeer opnieuw. Er is niets gemaakt.</translation>
    </message>
    <message>
        <source>The desk keeps its key there. Log in to your computer anew, then press Try again.</source>
        <translation>De desk bewaart daar zijn sleutel. Log opnieuw in op uw computer en druk dan op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>The desk keeps its key there. Start the system&apos;s keyring, then press Try again.</source>
        <translation>De desk bewaart daar zijn sleutel. Start de sleutelbos van het systeem en druk dan op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>The desk keeps its key there. Unlock it in your system, then press Try again.</source>
        <translation>De desk bewaart daar zijn sleutel. Ontgrendel hem in uw systeem en druk dan op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>Press Try again and allow it. Nothing was made.</source>
        <translation>Druk op Probeer opnieuw en sta het toe. Er is niets gemaakt.</translation>
    </message>
    <message>
        <source>There is a file where the vault should come.</source>
        <translation>Er staat een bestand op de plaats waar de kluis moet komen.</translation>
    </message>
    <message>
        <source>A vault is never made over something else. Move that file, then press Try again.</source>
        <translation>Een kluis wordt nooit over iets anders heen gemaakt. Verplaats dat bestand en druk op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>The vault is not where it was.</source>
        <translation>De kluis is niet meer waar hij was.</translation>
    </message>
    <message>
        <source>Connect the drive or put the file back, then press Try again. No new one is made.</source>
        <translation>Sluit de schijf aan of zet het bestand terug, en druk op Probeer opnieuw. Er wordt geen nieuwe gemaakt.</translation>
    </message>
    <message>
        <source>This key does not open this vault.</source>
        <translation>Deze sleutel opent deze kluis niet.</translation>
    </message>
    <message>
        <source>Perhaps the file was replaced by another one. The recovery sheet of this vault opens it.</source>
        <translation>Misschien is het bestand door een ander vervangen. Het herstelblad van deze kluis opent hem.</translation>
    </message>
    <message>
        <source>The file in the place of the vault is something else.</source>
        <translation>Het bestand op de plaats van de kluis is iets anders.</translation>
    </message>
    <message>
        <source>It was left as it is. Put the vault back in its place, then press Try again.</source>
        <translation>Het is gelaten zoals het is. Zet de kluis terug op zijn plaats en druk op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>A part of the vault is damaged.</source>
        <translation>Een deel van de kluis is beschadigd.</translation>
    </message>
    <message>
        <source>Nothing was changed. A backup and your recovery sheet bring the vault back; the damaged file is kept beside it, as it is.</source>
        <translation>Er is niets veranderd. Met een back-up en uw herstelblad haalt u de kluis terug; het beschadigde bestand blijft ernaast bewaard, zoals het is.</translation>
    </message>
    <message>
        <source>A newer version of this program has written this vault.</source>
        <translation>Een nieuwere versie van dit programma heeft deze kluis geschreven.</translation>
    </message>
    <message>
        <source>The vault may be read here, but not written.</source>
        <translation>De kluis mag hier worden gelezen, maar niet geschreven.</translation>
    </message>
    <message>
        <source>Ask for the right to write in its folder, then press Try again.</source>
        <translation>Vraag schrijfrecht voor de map van de kluis en druk op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>The vault is open in another window.</source>
        <translation>De kluis is in een ander venster open.</translation>
    </message>
    <message>
        <source>Go on there, or close that window and press Try again.</source>
        <translation>Ga daar verder, of sluit dat venster en druk op Probeer opnieuw.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>Er is geen ruimte meer op de schijf.</translation>
    </message>
    <message>
        <source>What was saved is safe, and your text is still here. Make room, then try again.</source>
        <translation>Wat bewaard is, is veilig, en uw tekst staat er nog. Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The disk did not answer as it should.</source>
        <translation>De schijf antwoordde niet zoals het hoort.</translation>
    </message>
    <message>
        <source>What was saved is safe, and your text is still here. Try again in a moment.</source>
        <translation>Wat bewaard is, is veilig, en uw tekst staat er nog. Probeer het zo meteen opnieuw.</translation>
    </message>
    <message>
        <source>A practice vault is never opened as a real one, nor the other way round.</source>
        <translation>Een oefenkluis wordt nooit als een echte geopend, en andersom ook niet.</translation>
    </message>
    <message>
        <source>Start the desk the way this vault was made.</source>
        <translation>Start de desk op de manier waarop deze kluis is gemaakt.</translation>
    </message>
    <message>
        <source>A safety setting of the vault could not be made, so it stays closed.</source>
        <translation>Een veiligheidsinstelling van de kluis kon niet worden gezet, dus blijft hij dicht.</translation>
    </message>
    <message>
        <source>Your vault is unharmed. Install the program again.</source>
        <translation>Uw kluis is onbeschadigd. Installeer het programma opnieuw.</translation>
    </message>
    <message>
        <source>Figures were published in between.</source>
        <translation>Er zijn intussen cijfers gepubliceerd.</translation>
    </message>
    <message>
        <source>Look at the new preview, then publish.</source>
        <translation>Bekijk het nieuwe voorbeeld en publiceer daarna.</translation>
    </message>
    <message>
        <source>This was changed elsewhere since you opened it.</source>
        <translation>Dit is ergens anders veranderd sinds u het opende.</translation>
    </message>
    <message>
        <source>Your text is still here. Look at the newer version, then save again.</source>
        <translation>Uw tekst staat er nog. Bekijk de nieuwere versie en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Dit is er niet meer.</translation>
    </message>
    <message>
        <source>A case needs an organisation.</source>
        <translation>Een dossier hoort bij een organisatie.</translation>
    </message>
    <message>
        <source>Choose one, or add one.</source>
        <translation>Kies er een, of voeg er een toe.</translation>
    </message>
    <message>
        <source>Which case does this belong to?</source>
        <translation>Bij welk dossier hoort dit?</translation>
    </message>
    <message>
        <source>Type its number, or choose a new case.</source>
        <translation>Typ het nummer, of kies een nieuw dossier.</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>Deze dag moet nog komen.</translation>
    </message>
    <message>
        <source>Choose today or a day before.</source>
        <translation>Kies vandaag of een eerdere dag.</translation>
    </message>
    <message>
        <source>This day lies before the first contact of the case ({first}).</source>
        <translation>Deze dag ligt vóór het eerste contact van het dossier ({first}).</translation>
    </message>
    <message>
        <source>Choose a later day, or change the day of the first contact.</source>
        <translation>Kies een latere dag, of wijzig de dag van het eerste contact.</translation>
    </message>
    <message>
        <source>Minutes lie between 1 and 1440.</source>
        <translation>Minuten liggen tussen 1 en 1440.</translation>
    </message>
    <message>
        <source>Change the number of minutes.</source>
        <translation>Wijzig het aantal minuten.</translation>
    </message>
    <message>
        <source>A contact carries at most {most} codes.</source>
        <translation>Een contact draagt ten hoogste {most} codes.</translation>
    </message>
    <message>
        <source>Take one away first.</source>
        <translation>Haal er eerst een weg.</translation>
    </message>
    <message>
        <source>This text is longer than a note can hold.</source>
        <translation>Deze tekst is langer dan een notitie kan bevatten.</translation>
    </message>
    <message>
        <source>It is still here. Move a part of it to a second note.</source>
        <translation>Hij staat er nog. Verplaats een deel naar een tweede notitie.</translation>
    </message>
    <message>
        <source>This code is not in use (any more).</source>
        <translation>Deze code is niet (meer) in gebruik.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Kies een andere.</translation>
    </message>
    <message>
        <source>This case is closed.</source>
        <translation>Dit dossier is gesloten.</translation>
    </message>
    <message>
        <source>Open it again first.</source>
        <translation>Heropen het eerst.</translation>
    </message>
    <message>
        <source>This case was destroyed.</source>
        <translation>Dit dossier is vernietigd.</translation>
    </message>
    <message>
        <source>Only its codes are left, for the figures; they stay as they are.</source>
        <translation>Alleen de codes zijn er nog, voor de cijfers; die blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>A code list cannot be used: {file}, line {line}.</source>
        <translation>Een codelijst is niet bruikbaar: {file}, regel {line}.</translation>
    </message>
    <message>
        <source>Install the program again. Your vault is unharmed.</source>
        <translation>Installeer het programma opnieuw. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>A code ({code}) is in none of the lists.</source>
        <translation>Een code ({code}) staat in geen van de lijsten.</translation>
    </message>
    <message>
        <source>Install the newest version of the program. Your vault is unharmed.</source>
        <translation>Installeer de nieuwste versie van het programma. Uw kluis is onbeschadigd.</translation>
    </message>
    <message>
        <source>This is not a period.</source>
        <translation>Dit is geen periode.</translation>
    </message>
    <message>
        <source>Write it as 2026Q3, 2026H1 or 2026.</source>
        <translation>Schrijf het als 2026Q3, 2026H1 of 2026.</translation>
    </message>
    <message>
        <source>This period is not over yet.</source>
        <translation>Deze periode is nog niet voorbij.</translation>
    </message>
    <message>
        <source>Choose a period that has ended.</source>
        <translation>Kies een periode die is afgelopen.</translation>
    </message>
    <message>
        <source>This organisation is too small for figures of its own.</source>
        <translation>Deze organisatie is te klein voor eigen cijfers.</translation>
    </message>
    <message>
        <source>Its cases count in the figures of the sector.</source>
        <translation>Haar dossiers tellen mee in de cijfers van de sector.</translation>
    </message>
    <message>
        <source>This is not an audience.</source>
        <translation>Dit is geen publiek voor een verslag.</translation>
    </message>
    <message>
        <source>Write sector, or organisation: and its number.</source>
        <translation>Schrijf sector, of organisation: en het nummer.</translation>
    </message>
    <message>
        <source>The list of publications was changed from outside, at number {number}.</source>
        <translation>De lijst van publicaties is van buitenaf veranderd, bij nummer {number}.</translation>
    </message>
    <message>
        <source>Nothing is published until that is clear. Put back a backup of the vault.</source>
        <translation>Er wordt niets gepubliceerd tot dat duidelijk is. Haal een back-up van de kluis terug.</translation>
    </message>
    <message>
        <source>There is no publication with number {number}.</source>
        <translation>Er is geen publicatie met nummer {number}.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>This file is not a packet of figures.</source>
        <translation>Dit bestand is geen pakket met cijfers.</translation>
    </message>
    <message>
        <source>Choose the packet that came with a report.</source>
        <translation>Kies het pakket dat bij een verslag hoort.</translation>
    </message>
    <message>
        <source>Up to the end of this period no case was registered that may be counted.</source>
        <translation>Tot het einde van deze periode is geen dossier geregistreerd dat mag meetellen.</translation>
    </message>
    <message>
        <source>A case counts once its client has agreed to that. Otherwise choose a later or longer period.</source>
        <translation>Een dossier telt mee zodra de cliënt daarmee heeft ingestemd. Kies anders een latere of langere periode.</translation>
    </message>
    <message>
        <source>These figures cannot be shown to be safe together with the earlier ones.</source>
        <translation>Van deze cijfers is niet te bewijzen dat ze samen met de eerdere veilig zijn.</translation>
    </message>
    <message>
        <source>Nothing has left. Choose a longer period.</source>
        <translation>Er is niets naar buiten gegaan. Kies een langere periode.</translation>
    </message>
    <message>
        <source>These tables cannot be protected together.</source>
        <translation>Deze tabellen zijn niet samen te beschermen.</translation>
    </message>
    <message>
        <source>Nothing has left. Install the newest version of the program.</source>
        <translation>Er is niets naar buiten gegaan. Installeer de nieuwste versie van het programma.</translation>
    </message>
    <message>
        <source>This table plan contradicts itself at “{subject}”.</source>
        <translation>Dit tabellenplan spreekt zichzelf tegen bij “{subject}”.</translation>
    </message>
    <message>
        <source>Nothing was counted. Correct the plan and try again.</source>
        <translation>Er is niets geteld. Verbeter het plan en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The files could not be written.</source>
        <translation>De bestanden konden niet worden geschreven.</translation>
    </message>
    <message>
        <source>Nothing was left half done. Choose another folder.</source>
        <translation>Er is niets half blijven staan. Kies een andere map.</translation>
    </message>
    <message>
        <source>The output of this command could not be written.</source>
        <translation>De uitvoer van deze opdracht kon niet worden weggeschreven.</translation>
    </message>
    <message>
        <source>The command itself was carried out. Make room where its output goes.</source>
        <translation>De opdracht zelf is uitgevoerd. Maak ruimte waar de uitvoer heen gaat.</translation>
    </message>
    <message>
        <source>The sentences of the reports cannot be read.</source>
        <translation>De zinnen van de verslagen zijn niet te lezen.</translation>
    </message>
    <message>
        <source>There is no room for the files on that disk.</source>
        <translation>Op die schijf is geen ruimte voor de bestanden.</translation>
    </message>
    <message>
        <source>You may not write in that folder.</source>
        <translation>U mag niet in die map schrijven.</translation>
    </message>
    <message>
        <source>That folder is not there.</source>
        <translation>Die map is er niet.</translation>
    </message>
    <message>
        <source>There are other files with these names in that folder.</source>
        <translation>In die map staan al andere bestanden met deze namen.</translation>
    </message>
    <message>
        <source>These figures are not published yet.</source>
        <translation>Deze cijfers zijn nog niet gepubliceerd.</translation>
    </message>
    <message>
        <source>Publication {number} does not belong to an unbroken row of publications.</source>
        <translation>Publicatie {number} hoort niet bij een ononderbroken rij publicaties.</translation>
    </message>
    <message>
        <source>Ask the office for its packets anew, as they left it.</source>
        <translation>Vraag het meldpunt opnieuw om zijn pakketten, zoals ze de deur uit gingen.</translation>
    </message>
    <message>
        <source>This file is larger than any packet of figures.</source>
        <translation>Dit bestand is groter dan een cijferpakket kan zijn.</translation>
    </message>
    <message>
        <source>This packet was made by a newer version of the program.</source>
        <translation>Dit pakket is gemaakt met een nieuwere versie van het programma.</translation>
    </message>
    <message>
        <source>Publication {number} was changed after it left the office.</source>
        <translation>Publicatie {number} is gewijzigd nadat zij de deur uit ging.</translation>
    </message>
    <message>
        <source>Publication {number} is not signed by the office that it names.</source>
        <translation>Publicatie {number} is niet ondertekend door het meldpunt dat erin staat.</translation>
    </message>
    <message>
        <source>Publication {number} is from another office.</source>
        <translation>Publicatie {number} is van een ander meldpunt.</translation>
    </message>
    <message>
        <source>There are two different publications with number {number}.</source>
        <translation>Er zijn twee verschillende publicaties met nummer {number}.</translation>
    </message>
    <message>
        <source>The publications with these numbers are missing: {missing}.</source>
        <translation>De publicaties met deze nummers ontbreken: {missing}.</translation>
    </message>
    <message>
        <source>Publication {number} does not follow from the one before it.</source>
        <translation>Publicatie {number} volgt niet op de vorige.</translation>
    </message>
    <message>
        <source>This case is not closed.</source>
        <translation>Dit dossier is niet gesloten.</translation>
    </message>
    <message>
        <source>Close it first; then it can be destroyed.</source>
        <translation>Sluit het eerst; daarna kan het worden vernietigd.</translation>
    </message>
    <message>
        <source>This case is on hold until {until}, so nothing of it is destroyed.</source>
        <translation>Dit dossier wordt vastgehouden tot en met {until}; er wordt niets van vernietigd.</translation>
    </message>
    <message>
        <source>Wait until that day, or end the hold first.</source>
        <translation>Wacht tot die dag, of beëindig eerst het vasthouden.</translation>
    </message>
    <message>
        <source>This vault, or a part of it, is older than the one last seen on this computer.</source>
        <translation>Deze kluis, of een deel ervan, is ouder dan de kluis die deze computer het laatst zag.</translation>
    </message>
    <message>
        <source>Is the newest one somewhere else? Put it back and press Try again. If you put back a backup on purpose, open it: what was written after it is not in it.</source>
        <translation>Staat de nieuwste ergens anders? Zet die terug en druk op Probeer opnieuw. Hebt u met opzet een back-up teruggezet, open die dan: wat daarna geschreven is, staat er niet in.</translation>
    </message>
    <message>
        <source>Open this older vault</source>
        <translation>Deze oudere kluis openen</translation>
    </message>
    <message>
        <source>The figures of publication {number} are not protected as they should be.</source>
        <translation>De cijfers van publicatie {number} zijn niet beschermd zoals het hoort.</translation>
    </message>
    <message>
        <source>Nothing is proven about these figures. Ask the office what happened.</source>
        <translation>Over deze cijfers is niets bewezen. Vraag het meldpunt wat er is gebeurd.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Dit bestand kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Publication {number} mixes invented figures of a practice with real ones.</source>
        <translation>Publicatie {number} mengt verzonnen oefencijfers met echte cijfers.</translation>
    </message>
    <message>
        <source>The table plan of publication {number} is not known.</source>
        <translation>Het tabellenplan van publicatie {number} is niet bekend.</translation>
    </message>
    <message>
        <source>Publication {number} has other tables or rows than its plan.</source>
        <translation>Publicatie {number} heeft andere tabellen of regels dan haar plan.</translation>
    </message>
    <message>
        <source>Publication {number} is about other quarters than its plan allows.</source>
        <translation>Publicatie {number} gaat over andere kwartalen dan haar plan toelaat.</translation>
    </message>
    <message>
        <source>The figures of publication {number} have another base than they may.</source>
        <translation>De cijfers van publicatie {number} hebben een andere basis dan mag.</translation>
    </message>
    <message>
        <source>Publication {number} has a figure below zero.</source>
        <translation>Publicatie {number} heeft een cijfer onder nul.</translation>
    </message>
    <message>
        <source>Publication {number} has a figure that is no multiple of its base.</source>
        <translation>Publicatie {number} heeft een cijfer dat geen veelvoud van haar basis is.</translation>
    </message>
    <message>
        <source>Publication {number} shows an exact number of cases.</source>
        <translation>Publicatie {number} toont een exact aantal zaken.</translation>
    </message>
    <message>
        <source>Publication {number} has a window narrower than its base.</source>
        <translation>Publicatie {number} heeft een marge die kleiner is dan haar basis.</translation>
    </message>
    <message>
        <source>Publication {number} has another window than it says.</source>
        <translation>Publicatie {number} heeft een andere marge dan zij zegt.</translation>
    </message>
    <message>
        <source>The certificate of publication {number} is about another number of figures.</source>
        <translation>Het certificaat van publicatie {number} gaat over een ander aantal cijfers.</translation>
    </message>
    <message>
        <source>The exact numbers of publication {number} do not add up.</source>
        <translation>De exacte aantallen van publicatie {number} tellen niet op.</translation>
    </message>
    <message>
        <source>Publication {number} is about a period that was published before.</source>
        <translation>Publicatie {number} gaat over een periode die al eerder is gepubliceerd.</translation>
    </message>
    <message>
        <source>Publication {number} shows another figure for what was published before.</source>
        <translation>Publicatie {number} toont een ander cijfer voor wat al eerder is gepubliceerd.</translation>
    </message>
    <message>
        <source>Publication {number} shows two figures for one and the same number.</source>
        <translation>Publicatie {number} toont twee cijfers voor een en hetzelfde aantal.</translation>
    </message>
    <message>
        <source>The certificate of publication {number} is about another number of publications.</source>
        <translation>Het certificaat van publicatie {number} gaat over een ander aantal publicaties.</translation>
    </message>
    <message>
        <source>No set of cases has the figures of publication {number} and of those before it.</source>
        <translation>Geen verzameling zaken heeft de cijfers van publicatie {number} en van die ervoor.</translation>
    </message>
    <message>
        <source>Too few numbers remain possible after publication {number}.</source>
        <translation>Na publicatie {number} blijven te weinig aantallen mogelijk.</translation>
    </message>
    <message>
        <source>The certificate of publication {number} claims more than is true.</source>
        <translation>Het certificaat van publicatie {number} zegt meer toe dan waar is.</translation>
    </message>
    <message>
        <source>Publication {number} is larger than can be checked.</source>
        <translation>Publicatie {number} is te groot om na te rekenen.</translation>
    </message>
    <message>
        <source>The figures of publication {number} could not be proven in the time allowed.</source>
        <translation>De cijfers van publicatie {number} konden niet binnen de toegestane tijd worden bewezen.</translation>
    </message>
    <message>
        <source>The desk is already open.</source>
        <translation>De desk is al open.</translation>
    </message>
    <message>
        <source>Its window stands in front now.</source>
        <translation>Het venster staat nu vooraan.</translation>
    </message>
    <message>
        <source>Make a new one in Settings, under Vault. Your vault itself is unharmed.</source>
        <translation>Maak een nieuwe bij Instellingen, onder Kluis. Uw kluis zelf is ongedeerd.</translation>
    </message>
    <message>
        <source>This was stopped, and nothing was changed.</source>
        <translation>Dit is gestopt; er is niets veranderd.</translation>
    </message>
    <message>
        <source>Start it again whenever you like.</source>
        <translation>Begin opnieuw wanneer u wilt.</translation>
    </message>
    <message>
        <source>The backup of last time was not ready when the desk closed.</source>
        <translation>De back-up van de vorige keer was niet klaar toen de desk sloot.</translation>
    </message>
    <message>
        <source>It is being made now; you can go on working.</source>
        <translation>Hij wordt nu gemaakt; u kunt gewoon doorwerken.</translation>
    </message>
    <message>
        <source>This backup is not whole.</source>
        <translation>Deze back-up is niet volledig.</translation>
    </message>
    <message>
        <source>This backup is not there any more.</source>
        <translation>Deze back-up is er niet meer.</translation>
    </message>
    <message>
        <source>Connect the drive it is on, or choose another one.</source>
        <translation>Sluit de schijf aan waar hij op staat, of kies een andere.</translation>
    </message>
    <message>
        <source>The backup of {made} could not be brought back in a trial.</source>
        <translation>De back-up van {made} kon bij een proef niet worden teruggehaald.</translation>
    </message>
    <message>
        <source>What you destroyed is still in a backup, because it cannot be written.</source>
        <translation>Wat u vernietigde staat nog in een back-up, omdat daar niet te schrijven is.</translation>
    </message>
    <message>
        <source>Make its folder writable; it is tried again when you open the desk.</source>
        <translation>Maak de map beschrijfbaar; bij het openen van de desk wordt het opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>Some files among your backups cannot be used as backups ({number}).</source>
        <translation>Sommige bestanden tussen uw back-ups zijn niet als back-up te gebruiken ({number}).</translation>
    </message>
    <message>
        <source>They were left as they are. Their names are in Settings, under Backups.</source>
        <translation>Ze zijn gelaten zoals ze zijn. Hun namen staan bij Instellingen, onder Back-ups.</translation>
    </message>
    <message>
        <source>What you destroyed may still be in files that could not be looked into ({number}).</source>
        <translation>Wat u vernietigde, kan nog staan in bestanden die niet te openen waren ({number}).</translation>
    </message>
    <message>
        <source>Their names are in Settings, under Backups; delete those you do not need.</source>
        <translation>Hun namen staan bij Instellingen, onder Back-ups; verwijder wat u niet nodig hebt.</translation>
    </message>
    <message>
        <source>The folder for backups has not been there since {last}.</source>
        <translation>De map voor back-ups is er sinds {last} niet geweest.</translation>
    </message>
    <message>
        <source>Connect its drive; until then backups are kept beside the vault.</source>
        <translation>Sluit de schijf aan; tot dan staan back-ups naast de kluis.</translation>
    </message>
    <message>
        <source>Nothing can be written into this folder.</source>
        <translation>In deze map is niet te schrijven.</translation>
    </message>
    <message>
        <source>This file is not a table plan.</source>
        <translation>Dit bestand is geen tabellenplan.</translation>
    </message>
    <message>
        <source>Nothing was written. The form of a plan is in methodology.md, part 7.</source>
        <translation>Er is niets geschreven. De vorm van een plan staat in methodology.md, deel 7.</translation>
    </message>
    <message>
        <source>The counts cannot be read at line {line}.</source>
        <translation>De tellingen zijn niet leesbaar bij regel {line}.</translation>
    </message>
    <message>
        <source>Nothing was written. Correct the counts and run the command again.</source>
        <translation>Er is niets geschreven. Verbeter de tellingen en geef de opdracht opnieuw.</translation>
    </message>
    <message>
        <source>This file is not a ledger, or it was changed from outside.</source>
        <translation>Dit bestand is geen register, of het is van buitenaf gewijzigd.</translation>
    </message>
    <message>
        <source>Nothing was written. Put back a copy of the ledger.</source>
        <translation>Er is niets geschreven. Zet een kopie van het register terug.</translation>
    </message>
    <message>
        <source>Somebody else works with this ledger at this moment.</source>
        <translation>Iemand anders werkt op dit moment met dit register.</translation>
    </message>
    <message>
        <source>Nothing was written. Run the command again when they are done.</source>
        <translation>Er is niets geschreven. Geef de opdracht opnieuw als die klaar is.</translation>
    </message>
    <message>
        <source>A plan with this name was published before and does not fit with this one.</source>
        <translation>Een plan met deze naam is eerder gepubliceerd en past niet bij dit plan.</translation>
    </message>
    <message>
        <source>Nothing was written. Give a plan about other cases another name.</source>
        <translation>Er is niets geschreven. Geef een plan over andere zaken een andere naam.</translation>
    </message>
    <message>
        <source>These counts are not those that were published under this name.</source>
        <translation>Dit zijn niet de tellingen die onder deze naam zijn gepubliceerd.</translation>
    </message>
    <message>
        <source>This plan is larger than can be protected.</source>
        <translation>Dit plan is groter dan kan worden beschermd.</translation>
    </message>
    <message>
        <source>The file of the plan cannot be read.</source>
        <translation>Het bestand met het plan kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The file of the counts is too large.</source>
        <translation>Het bestand met de tellingen is te groot.</translation>
    </message>
    <message>
        <source>The file of the counts cannot be read.</source>
        <translation>Het bestand met de tellingen kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The counts are not written in UTF-8 at line {line}.</source>
        <translation>De tellingen zijn bij regel {line} niet in UTF-8 geschreven.</translation>
    </message>
    <message>
        <source>Line {line}: the columns are parted by semicolons, not by commas.</source>
        <translation>Regel {line}: de kolommen zijn gescheiden door puntkomma&apos;s in plaats van komma&apos;s.</translation>
    </message>
    <message>
        <source>Line {line}: the column “{column}” is missing.</source>
        <translation>Regel {line}: de kolom “{column}” ontbreekt.</translation>
    </message>
    <message>
        <source>Line {line}: the plan has no dimension “{column}”.</source>
        <translation>Regel {line}: het plan heeft geen dimensie “{column}”.</translation>
    </message>
    <message>
        <source>Line {line}: there are two columns “{column}”.</source>
        <translation>Regel {line}: er zijn twee kolommen “{column}”.</translation>
    </message>
    <message>
        <source>Line {line} has not as many fields as the heading.</source>
        <translation>Regel {line} heeft niet evenveel velden als de kop.</translation>
    </message>
    <message>
        <source>Line {line}: the plan has no such finest code of “{column}”.</source>
        <translation>Regel {line}: het plan heeft deze fijnste code van “{column}” niet.</translation>
    </message>
    <message>
        <source>Line {line}: a count is a whole number from 0; all together up to {most}.</source>
        <translation>Regel {line}: een telling is een geheel getal vanaf 0; alle samen hoogstens {most}.</translation>
    </message>
    <message>
        <source>There is no ledger in that folder, and none can be made.</source>
        <translation>In die map is geen register, en er kan geen worden gemaakt.</translation>
    </message>
    <message>
        <source>“{subject}” had other codes when this plan was published before.</source>
        <translation>“{subject}” had andere codes toen dit plan eerder werd gepubliceerd.</translation>
    </message>
    <message>
        <source>This plan was published before with another base than {subject}.</source>
        <translation>Dit plan is eerder gepubliceerd met een andere basis dan {subject}.</translation>
    </message>
    <message>
        <source>More than {most} cases are other ones than when this plan was published before.</source>
        <translation>Meer dan {most} zaken zijn andere dan toen dit plan eerder werd gepubliceerd.</translation>
    </message>
    <message>
        <source>Some cases are other ones than before, and this plan lacks rows that were published.</source>
        <translation>Sommige zaken zijn andere dan eerder, en dit plan mist regels die zijn gepubliceerd.</translation>
    </message>
    <message>
        <source>This sheet of {made} belongs to an earlier key of this vault.</source>
        <translation>Dit blad van {made} hoort bij een eerdere sleutel van deze kluis.</translation>
    </message>
    <message>
        <source>Take the newest sheet. Keep this one: backups from before {until} still need it.</source>
        <translation>Neem het nieuwste blad. Bewaar dit blad: back-ups van vóór {until} hebben het nog nodig.</translation>
    </message>
    <message>
        <source>This sheet belongs to a key that the vault did not get.</source>
        <translation>Dit blad hoort bij een sleutel die de kluis niet heeft gekregen.</translation>
    </message>
    <message>
        <source>Take the sheet of {made}, and tear this one up.</source>
        <translation>Neem het blad van {made}, en verscheur dit blad.</translation>
    </message>
    <message>
        <source>Publication {number} rounds counts of which others were withheld before, or the other way.</source>
        <translation>Publicatie {number} rondt aantallen af waarvan eerder andere werden weggelaten, of andersom.</translation>
    </message>
    <message>
        <source>Publication {number} shows a count that is smaller than its base.</source>
        <translation>Publicatie {number} toont een aantal dat kleiner is dan haar basis.</translation>
    </message>
    <message>
        <source>From publication {number} it follows that a withheld count is a small one.</source>
        <translation>Uit publicatie {number} volgt dat een weggelaten aantal klein is.</translation>
    </message>
    <message>
        <source>What publication {number} says about a withheld count does not follow from the others.</source>
        <translation>Wat publicatie {number} over een weggelaten aantal zegt, volgt niet uit de andere.</translation>
    </message>
    <message>
        <source>This plan was published before by another method.</source>
        <translation>Dit plan is eerder met een andere methode gepubliceerd.</translation>
    </message>
    <message>
        <source>“{subject}” is missing; this plan was published before with it.</source>
        <translation>“{subject}” ontbreekt; dit plan is daar eerder mee gepubliceerd.</translation>
    </message>
    <message>
        <source>Exact counts were published under this name before, and these are other ones.</source>
        <translation>Onder deze naam zijn eerder exacte aantallen gepubliceerd, en dit zijn andere.</translation>
    </message>
    <message>
        <source>This report stays as it is.</source>
        <translation>Dit verslag blijft zoals het is.</translation>
    </message>
    <message>
        <source>Nothing has left. Corrected cases count rightly in whatever is published for the first time.</source>
        <translation>Er is niets naar buiten gegaan. Gecorrigeerde zaken tellen goed mee in alles wat voor het eerst wordt gepubliceerd.</translation>
    </message>
    <message>
        <source>Another report has taken the place of report {number} already.</source>
        <translation>Er is al een ander verslag in de plaats van verslag {number} gekomen.</translation>
    </message>
    <message>
        <source>Report {number} counts the same quarters; a correction of this one would not fit it.</source>
        <translation>Verslag {number} telt dezelfde kwartalen; een correctie van dit verslag zou daar niet bij passen.</translation>
    </message>
    <message>
        <source>Nothing that this report counts has changed since it left.</source>
        <translation>Niets van wat dit verslag telt, is veranderd sinds het naar buiten ging.</translation>
    </message>
    <message>
        <source>More than one case would move in a row: beside the first report that would tell too much.</source>
        <translation>In een regel zou meer dan één zaak verschuiven: naast het eerste verslag zou dat te veel verraden.</translation>
    </message>
    <message>
        <source>Whoever has both reports could work out too much; that was corrected often enough.</source>
        <translation>Wie beide verslagen heeft, zou te veel kunnen berekenen; dit is vaak genoeg gecorrigeerd.</translation>
    </message>
    <message>
        <source>Publication {number} corrects one that cannot be corrected, or that is not there.</source>
        <translation>Publicatie {number} corrigeert er een die niet kan worden gecorrigeerd, of die er niet is.</translation>
    </message>
    <message>
        <source>These counts cannot be protected by this plan.</source>
        <translation>Deze tellingen kunnen met dit plan niet worden beschermd.</translation>
    </message>
    <message>
        <source>Nothing was written. Use a larger base, or fewer or smaller tables.</source>
        <translation>Er is niets geschreven. Neem een grotere basis, of minder of kleinere tabellen.</translation>
    </message>
    <message>
        <source>No figures were found that can be proven safe together with those published before.</source>
        <translation>Er zijn geen cijfers gevonden die samen met de eerder gepubliceerde aantoonbaar veilig zijn.</translation>
    </message>
    <message>
        <source>These tables hang together in too large a ring ({drop}).</source>
        <translation>Deze tabellen hangen in een te grote kring samen ({drop}).</translation>
    </message>
    <message>
        <source>Go back and choose another file. Nothing was made.</source>
        <translation>Ga terug en kies een ander bestand. Er is niets gemaakt.</translation>
    </message>
    <message>
        <source>This sheet does not open this file.</source>
        <translation>Dit blad opent dit bestand niet.</translation>
    </message>
    <message>
        <source>If you have had more than one sheet, take the one that was in use when the file was made, or go back and choose another file.</source>
        <translation>Hebt u meer dan één blad gehad, neem dan het blad dat in gebruik was toen het bestand werd gemaakt, of ga terug en kies een ander bestand.</translation>
    </message>
    <message>
        <source>This file is no vault and no backup of one.</source>
        <translation>Dit bestand is geen kluis en geen back-up ervan.</translation>
    </message>
    <message>
        <source>A part of this file is damaged.</source>
        <translation>Een deel van dit bestand is beschadigd.</translation>
    </message>
    <message>
        <source>Go back and choose an earlier backup. Nothing was made.</source>
        <translation>Ga terug en kies een eerdere back-up. Er is niets gemaakt.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end.</source>
        <translation>Het bestand is niet tot het einde te lezen.</translation>
    </message>
    <message>
        <source>This file is of a practice, whose cases are invented.</source>
        <translation>Dit bestand hoort bij een oefening; de dossiers erin zijn verzonnen.</translation>
    </message>
    <message>
        <source>The computer has no memory left for this.</source>
        <translation>De computer heeft hier geen geheugen meer voor.</translation>
    </message>
    <message>
        <source>What was saved is safe. Close other programs, then try again.</source>
        <translation>Wat bewaard is, is veilig. Sluit andere programma’s en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>A name or a code of “{subject}” is empty, reserved, or written like a formula.</source>
        <translation>Een naam of code van “{subject}” is leeg, gereserveerd of geschreven als een formule.</translation>
    </message>
    <message>
        <source>“{subject}”, or one of its codes, comes twice in this plan.</source>
        <translation>“{subject}”, of een code daarvan, staat twee keer in dit plan.</translation>
    </message>
    <message>
        <source>A parent in “{subject}” has no codes under it, or is a code itself.</source>
        <translation>Een groep in “{subject}” heeft geen codes onder zich, of is zelf een code.</translation>
    </message>
    <message>
        <source>A code of “{subject}” lies under itself.</source>
        <translation>Een code van “{subject}” ligt onder zichzelf.</translation>
    </message>
    <message>
        <source>A table of this plan names “{subject}”, which is none of its dimensions.</source>
        <translation>Een tabel van dit plan noemt “{subject}”, en dat is geen van de dimensies.</translation>
    </message>
    <message>
        <source>This plan has no tables.</source>
        <translation>Dit plan heeft geen tabellen.</translation>
    </message>
    <message>
        <source>The base of this plan is {subject}; it can be 3, 5 or 10.</source>
        <translation>De basis van dit plan is {subject}; dat kan 3, 5 of 10 zijn.</translation>
    </message>
    <message>
        <source>The tables of this plan have more than {subject} cells together.</source>
        <translation>De tabellen van dit plan hebben samen meer dan {subject} cellen.</translation>
    </message>
    <message>
        <source>Say at the top of the desk which date is right, or set the clock right. Until then nothing is registered, closed, published or deleted.</source>
        <translation>Geef bovenaan in de desk aan welke datum klopt, of zet de klok goed. Tot dan wordt er niets geregistreerd, afgesloten, gepubliceerd of verwijderd.</translation>
    </message>
    <message>
        <source>Your computer says {now}, but this vault was used later, on {last}.</source>
        <translation>Volgens uw computer is het {now}, maar deze kluis is daarna nog gebruikt, op {last}.</translation>
    </message>
    <message>
        <source>Your computer says {now}, but this vault was last used on {last}.</source>
        <translation>Volgens uw computer is het {now}, maar deze kluis is het laatst gebruikt op {last}.</translation>
    </message>
</context>
<context>
    <name>MinuteStepper</name>
    <message>
        <source>Five minutes less</source>
        <translation>Vijf minuten minder</translation>
    </message>
    <message>
        <source>Five minutes more</source>
        <translation>Vijf minuten meer</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>How many minutes, from 1 to 1440? For example 45, 1:30 or 1.5 hours.</source>
        <translation>Hoeveel minuten, van 1 tot en met 1440? Bijvoorbeeld 45, 1:30 of 1,5 uur.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laat zoals het was</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>This note was changed meanwhile. Your words are still here; saving again keeps both.</source>
        <translation>Deze notitie is intussen veranderd. Uw woorden staan er nog; opnieuw bewaren houdt beide.</translation>
    </message>
    <message>
        <source>This note, its earlier versions and their copies in backups go for good. Delete it?</source>
        <translation>Deze notitie, de eerdere versies en de kopieën in back-ups verdwijnen voorgoed. Verwijderen?</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Voorgoed verwijderen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Houden</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Notitie verwijderen</translation>
    </message>
</context>
<context>
    <name>NoteHistory</name>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
</context>
<context>
    <name>NoteWriting</name>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>What do you want to remember?</source>
        <translation>Wat wilt u onthouden?</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Bewaard als</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Memory aid</source>
        <translation>Geheugensteun</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Verloopt</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>over %1 dagen</translation>
    </message>
</context>
<context>
    <name>OrganisationForm</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Link in the chain</source>
        <translation>Schakel in de keten</translation>
    </message>
    <message>
        <source>People working there</source>
        <translation>Mensen die er werken</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Lopend</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beëindigd</translation>
    </message>
    <message>
        <source>Decides what may ever be published about this organisation alone.</source>
        <translation>Bepaalt wat er ooit over deze organisatie apart mag worden gepubliceerd.</translation>
    </message>
    <message>
        <source>Add this organisation</source>
        <translation>Voeg deze organisatie toe</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Name, link in the chain and size are all needed.</source>
        <translation>Naam, schakel en omvang zijn alle drie nodig.</translation>
    </message>
</context>
<context>
    <name>OrganisationRules</name>
    <message>
        <source>Such rules can only make the desk stricter. Nobody can open or read anything of yours with them.</source>
        <translation>Zulke regels kunnen de desk alleen strenger maken. Niemand kan er iets van u mee openen of lezen.</translation>
    </message>
    <message numerus="yes">
        <source>The desk locks after %n idle minute(s) at most.</source>
        <translation>
            <numerusform>De desk vergrendelt na hoogstens %n minuut zonder gebruik.</numerusform>
            <numerusform>De desk vergrendelt na hoogstens %n minuten zonder gebruik.</numerusform>
        </translation>
    </message>
    <message>
        <source>The desk keeps out of screen sharing wherever the system lets it.</source>
        <translation>De desk blijft buiten het delen van het scherm waar het systeem dat toelaat.</translation>
    </message>
    <message>
        <source>Figures are multiples of %1. A vault that has published reports keeps the number it began with.</source>
        <translation>Cijfers zijn veelvouden van %1. Een kluis waaruit al verslagen zijn gepubliceerd, houdt het getal waarmee hij begon.</translation>
    </message>
    <message numerus="yes">
        <source>A backup that cannot be cleared of what you destroyed goes after %n day(s).</source>
        <translation>
            <numerusform>Een back-up waar niet uit te halen is wat u vernietigde, verdwijnt na %n dag.</numerusform>
            <numerusform>Een back-up waar niet uit te halen is wat u vernietigde, verdwijnt na %n dagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The desk is opened by a passphrase; the keyring alone cannot be chosen.</source>
        <translation>De desk gaat open met een wachtzin; de sleutelbos alleen is niet te kiezen.</translation>
    </message>
</context>
<context>
    <name>OrganisationWidget</name>
    <message>
        <source>Change</source>
        <translation>Wijzig</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Wijzig %1</translation>
    </message>
</context>
<context>
    <name>Organisations</name>
    <message>
        <source>Find an organisation</source>
        <translation>Zoek een organisatie</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
    <message>
        <source>Add an organisation</source>
        <translation>Voeg een organisatie toe</translation>
    </message>
    <message>
        <source>No organisation is called so.</source>
        <translation>Geen organisatie heet zo.</translation>
    </message>
    <message>
        <source>None yet. A case belongs to an organisation; add the first one here.</source>
        <translation>Nog geen. Een dossier hoort bij een organisatie; voeg hier de eerste toe.</translation>
    </message>
</context>
<context>
    <name>OwnEyes</name>
    <message>
        <source>True figures beside published ones, for your eyes only</source>
        <translation>Ware cijfers naast gepubliceerde, alleen voor uw ogen</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Naar buiten</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Verschil</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close; the draft is kept</source>
        <translation>Sluit; het concept blijft bewaard</translation>
    </message>
</context>
<context>
    <name>PassphraseScreen</name>
    <message>
        <source>Another passphrase</source>
        <translation>Een andere wachtzin</translation>
    </message>
    <message>
        <source>The old one opens the vault until the new one is in force.</source>
        <translation>De oude opent de kluis tot de nieuwe van kracht is.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Wachtzin wijzigen</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Kies een wachtzin</translation>
    </message>
    <message>
        <source>You type it each time you open the desk. Without it nobody opens your vault, not even somebody who can use your computer. Only its length counts: four or five words are good.</source>
        <translation>U typt hem telkens als u de desk opent. Zonder wachtzin opent niemand uw kluis, ook niet wie uw computer kan gebruiken. Alleen de lengte telt: vier of vijf woorden is goed.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Nog een keer dezelfde</translation>
    </message>
    <message>
        <source>Length of the passphrase</source>
        <translation>Lengte van de wachtzin</translation>
    </message>
    <message>
        <source>Without a passphrase: the keyring of this computer alone</source>
        <translation>Zonder wachtzin: alleen de sleutelbos van deze computer</translation>
    </message>
    <message>
        <source>What you give up: whoever uses your computer while you are logged in can open your vault. A stolen computer that is switched off stays closed.</source>
        <translation>Wat u opgeeft: wie uw computer gebruikt terwijl u bent aangemeld, kan uw kluis openen. Een gestolen computer die uit staat, blijft dicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) at least.</source>
        <translation>
            <numerusform>Nog minstens %n teken.</numerusform>
            <numerusform>Nog minstens %n tekens.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>De twee zijn nog niet gelijk.</translation>
    </message>
    <message>
        <source>Long enough.</source>
        <translation>Lang genoeg.</translation>
    </message>
    <message>
        <source>Long and good.</source>
        <translation>Lang en goed.</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>The report, page by page</source>
        <translation>Het verslag, bladzijde voor bladzijde</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Bladzijde {page} van {pages}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzig</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Voeg toe</translation>
    </message>
    <message>
        <source>Name hidden</source>
        <translation>Naam verborgen</translation>
    </message>
    <message>
        <source>No name kept</source>
        <translation>Geen naam bewaard</translation>
    </message>
    <message>
        <source>Hides after 30 seconds</source>
        <translation>Verdwijnt na 30 seconden</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verberg</translation>
    </message>
    <message>
        <source>Name and safe contact</source>
        <translation>Naam en veilig contact</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>Memory aid</source>
        <translation>Geheugensteun</translation>
    </message>
    <message>
        <source>Memory aid · expires %1</source>
        <translation>Geheugensteun · verloopt %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>Counts: yes</source>
        <translation>Telt mee: ja</translation>
    </message>
    <message>
        <source>Counts: no</source>
        <translation>Telt mee: nee</translation>
    </message>
    <message>
        <source>Counts: not asked yet</source>
        <translation>Telt mee: nog niet gevraagd</translation>
    </message>
    <message>
        <source>Kept while the case is open.</source>
        <translation>Bewaard zolang het dossier open is.</translation>
    </message>
    <message>
        <source>Kept until %1.</source>
        <translation>Bewaard tot %1.</translation>
    </message>
    <message>
        <source>On hold until %1</source>
        <translation>Aangehouden tot %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Aangeboden</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Verwijzing</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
</context>
<context>
    <name>PrintedSheet</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>Keep this sheet in a locked place, apart from the computer. Whoever has both can open the vault.</source>
        <translation>Bewaar dit blad achter slot, apart van de computer. Wie beide heeft, kan de kluis openen.</translation>
    </message>
    <message>
        <source>Fingerprint %1 · made on %2</source>
        <translation>Vingerafdruk %1 · gemaakt op %2</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
</context>
<context>
    <name>PublishFoot</name>
    <message>
        <source>Publish now</source>
        <translation>Publiceer nu</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Nog niet</translation>
    </message>
    <message>
        <source>Export files…</source>
        <translation>Exporteer bestanden…</translation>
    </message>
    <message>
        <source>Publish {period}</source>
        <translation>Publiceer {period}</translation>
    </message>
    <message>
        <source>{figures} become final: {period}. They stay as they are, also when a case is corrected later. Publishing cannot be undone.</source>
        <translation>{figures} worden definitief: {period}. Ze blijven zoals ze zijn, ook als een dossier later wordt verbeterd. Publiceren is niet terug te draaien.</translation>
    </message>
    <message>
        <source>Proving…</source>
        <translation>Bezig met bewijzen…</translation>
    </message>
    <message>
        <source>Until it is kept you can still stop it.</source>
        <translation>Tot het is vastgelegd kunt u het nog stoppen.</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>Bezig met vastleggen…</translation>
    </message>
    <message>
        <source>This cannot be stopped any more.</source>
        <translation>Dit is niet meer te stoppen.</translation>
    </message>
    <message>
        <source>Report {number}, final since {day}</source>
        <translation>Verslag {number}, definitief sinds {day}</translation>
    </message>
    <message>
        <source>A PDF, a workbook, a table and a packet for checking.</source>
        <translation>Een pdf, een werkboek, een tabel en een pakket om na te rekenen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the folder you chose.</source>
        <translation>
            <numerusform>%n bestand staat in de map die u koos.</numerusform>
            <numerusform>%n bestanden staan in de map die u koos.</numerusform>
        </translation>
    </message>
    <message>
        <source>After that these figures are final.</source>
        <translation>Daarna liggen deze cijfers vast.</translation>
    </message>
    <message>
        <source>Publish these figures?</source>
        <translation>Deze cijfers publiceren?</translation>
    </message>
    <message>
        <source>Correct this report…</source>
        <translation>Corrigeer dit verslag…</translation>
    </message>
    <message>
        <source>Publish this correction</source>
        <translation>Publiceer deze correctie</translation>
    </message>
    <message>
        <source>{figures} take the place of those of report {number}. Readers can lay both reports side by side; at least {remain} numbers remain possible to them. Publishing cannot be undone.</source>
        <translation>{figures} komen in de plaats van die van verslag {number}. Lezers kunnen beide verslagen naast elkaar leggen; voor hen blijven minstens {remain} aantallen mogelijk. Publiceren kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>Report {number}, correction of report {other}, final since {day}</source>
        <translation>Verslag {number}, correctie van verslag {other}, definitief sinds {day}</translation>
    </message>
    <message>
        <source>Report {number}, final since {day}; report {other} took its place</source>
        <translation>Verslag {number}, definitief sinds {day}; verslag {other} kwam ervoor in de plaats</translation>
    </message>
</context>
<context>
    <name>QuarterCard</name>
    <message>
        <source>This quarter, for your eyes only</source>
        <translation>Dit kwartaal, alleen voor uw ogen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>running</source>
        <translation>lopend</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contacten</translation>
    </message>
    <message>
        <source>See what leaves</source>
        <translation>Bekijk wat naar buiten gaat</translation>
    </message>
    <message>
        <source>{period} is ready to publish.</source>
        <translation>{period} is klaar om te publiceren.</translation>
    </message>
    <message>
        <source>{period} has been published.</source>
        <translation>{period} is gepubliceerd.</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Restore to a new file</source>
        <translation>Terughalen in een nieuw bestand</translation>
    </message>
    <message>
        <source>A restored vault lies beside yours. You still work with the vault you had.</source>
        <translation>Er staat een teruggehaalde kluis naast de uwe. U werkt nog met de kluis die u had.</translation>
    </message>
    <message>
        <source>If you go on with it, the desk locks, and it takes the place of your vault, which is kept under another name. What you wrote since is then in the kept one. What you destroyed or published since stays destroyed and published.</source>
        <translation>Gaat u daarmee verder, dan vergrendelt de desk en komt hij op de plaats van uw kluis, die onder een andere naam bewaard blijft. Wat u sindsdien schreef staat dan in de bewaarde. Wat u sindsdien vernietigde of publiceerde blijft vernietigd en gepubliceerd.</translation>
    </message>
    <message>
        <source>Lock and go on with it</source>
        <translation>Vergrendelen en daarmee verder</translation>
    </message>
    <message>
        <source>A backup is always restored to a new file. Your vault stays as it is.</source>
        <translation>Een back-up wordt altijd in een nieuw bestand teruggehaald. Uw kluis blijft zoals hij is.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Back-ups</translation>
    </message>
    <message>
        <source>%1 (not checked yet)</source>
        <translation>%1 (nog niet gecontroleerd)</translation>
    </message>
    <message>
        <source>There is none within reach. Connect the drive they are on.</source>
        <translation>Er is er geen bereikbaar. Sluit de schijf aan waar ze op staan.</translation>
    </message>
    <message>
        <source>Looking into the backup</source>
        <translation>Er wordt in de back-up gekeken</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>last written on %1</source>
        <translation>laatst geschreven op %1</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Back-up wordt teruggehaald</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Nothing found. Other words may help, or part of a word.</source>
        <translation>Niets gevonden. Misschien helpen andere woorden, of een deel van een woord.</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Doen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nieuw contact</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Vergrendel de desk</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Figures, {period}</source>
        <translation>Cijfers, {period}</translation>
    </message>
</context>
<context>
    <name>SetUpScreen</name>
    <message>
        <source>Open the desk</source>
        <translation>Open de desk</translation>
    </message>
    <message>
        <source>The set-up was not finished, and nothing was made. Begin again. A sheet that was shown to you here opens nothing, so destroy it; keep the sheet of a vault you already have.</source>
        <translation>Het instellen is niet afgemaakt, en er is niets gemaakt. Begin opnieuw. Een blad dat u hier te zien kreeg opent niets, vernietig het; bewaar het blad van een kluis die u al hebt.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Uiterlijk en taal</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Kluis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Vergrendel na</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+L locks at once. Esc twice hides the desk behind a page of house rules and locks it; what is open over the page, a card or a list, takes an Esc of its own first. Esc twice on the house rules brings back the passphrase.</source>
        <translation>Ctrl+L vergrendelt meteen. Twee keer Esc verbergt de desk achter een bladzijde met huisregels en vergrendelt hem; staat er een kaart of lijst open, dan sluit één keer Esc eerst die. Twee keer Esc bij de huisregels brengt de wachtzin terug.</translation>
    </message>
    <message>
        <source>A folder of its own, for practice</source>
        <translation>Een eigen map, om te oefenen</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Bewaard in</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>This is a practice vault: its cases are invented, and it is gone when you close the desk.</source>
        <translation>Dit is een oefenkluis: de dossiers zijn verzonnen, en hij verdwijnt als u de desk sluit.</translation>
    </message>
    <message>
        <source>One encrypted file. Its key is in the keyring of this computer and on your recovery sheet.</source>
        <translation>Eén versleuteld bestand. De sleutel zit in de sleutelbos van deze computer en staat op uw herstelblad.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Wachtzin wijzigen</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Sleutel wijzigen</translation>
    </message>
    <message>
        <source>Fingerprint %1 · made on %2</source>
        <translation>Vingerafdruk %1 · gemaakt op %2</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Back-ups</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>Scherm delen</translation>
    </message>
    <message>
        <source>The desk does not appear in screen sharing and screenshots.</source>
        <translation>De desk is niet te zien bij scherm delen en in schermafdrukken.</translation>
    </message>
    <message>
        <source>Whoever you share your screen with sees the desk.</source>
        <translation>Met wie u uw scherm deelt, ziet de desk.</translation>
    </message>
    <message>
        <source>Visible: a screen reader is in use and may need the picture.</source>
        <translation>Zichtbaar: er is een schermlezer in gebruik, die het beeld nodig kan hebben.</translation>
    </message>
    <message>
        <source>This system lets no program keep out of screen sharing. Lock the desk before you share your screen.</source>
        <translation>Dit systeem laat geen programma buiten beeld blijven. Vergrendel de desk voordat u uw scherm deelt.</translation>
    </message>
    <message>
        <source>Keep out</source>
        <translation>Buiten beeld</translation>
    </message>
    <message>
        <source>May be seen</source>
        <translation>Mag gezien worden</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Ingesteld door uw organisatie</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Is your recovery sheet at hand?</source>
        <translation>Hebt u uw herstelblad bij de hand?</translation>
    </message>
    <message>
        <source>Type groups %1 and %2 as they stand on it.</source>
        <translation>Typ groep %1 en %2 zoals ze erop staan.</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Groep %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Group %1 is not as on the sheet. If it cannot be found, get a new one in Settings.</source>
        <translation>Groep %1 is niet zoals op het blad. Is het niet te vinden, maak dan een nieuw blad bij Instellingen.</translation>
    </message>
    <message>
        <source>Both are right. You will be asked again in three months.</source>
        <translation>Beide kloppen. Over drie maanden wordt het u weer gevraagd.</translation>
    </message>
</context>
<context>
    <name>SheetFields</name>
    <message>
        <source>Group %1</source>
        <translation>Groep %1</translation>
    </message>
    <message>
        <source>Group %1 is not as on the sheet. Look at it once more.</source>
        <translation>Groep %1 is niet zoals op het blad. Bekijk hem nog eens.</translation>
    </message>
</context>
<context>
    <name>SheetScreen</name>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>Open met het herstelblad</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Type the groups as they stand on the sheet. Capitals do not matter.</source>
        <translation>Typ de groepen zoals ze op het blad staan. Hoofdletters maken niet uit.</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>Your recovery sheet</source>
        <translation>Uw herstelblad</translation>
    </message>
    <message>
        <source>This is the key of your vault on paper. It opens the vault when the passphrase is forgotten or the computer is lost. Keep it apart from the computer, in a locked place. Nobody can replace it.</source>
        <translation>Dit is de sleutel van uw kluis op papier. Hij opent de kluis als de wachtzin vergeten of de computer verloren is. Bewaar het blad apart van de computer, achter slot. Niemand kan het vervangen.</translation>
    </message>
    <message>
        <source>Move the mouse now and then while you write: a desk that is left alone locks itself, and you begin again with a new sheet.</source>
        <translation>Beweeg de muis af en toe terwijl u schrijft: als er een tijd niets gebeurt, vergrendelt het programma zich en begint u opnieuw met een nieuw blad.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>I have printed it or written it down</source>
        <translation>Ik heb het afgedrukt of overgeschreven</translation>
    </message>
    <message>
        <source>Fingerprint %1 · made on %2</source>
        <translation>Vingerafdruk %1 · gemaakt op %2</translation>
    </message>
    <message>
        <source>It was sent to the printer. Can every group be read on the paper? Then tick the box.</source>
        <translation>Het blad is naar de printer gestuurd. Is elke groep op papier te lezen? Zet dan het vinkje.</translation>
    </message>
    <message>
        <source>No printer with paper was found. Write the groups down by hand, each with its number, and tick the box.</source>
        <translation>Er is geen printer met papier gevonden. Schrijf de groepen met de hand over, elk met zijn nummer, en zet het vinkje.</translation>
    </message>
    <message>
        <source>That would make a file, which is no safe place for a key. Choose a printer with paper, or write the groups down by hand.</source>
        <translation>Zo ontstaat een bestand, en dat is geen veilige plaats voor een sleutel. Kies een printer met papier, of schrijf de groepen met de hand over.</translation>
    </message>
    <message>
        <source>The printer did not take it. Try again, or write the groups down by hand, each with its number.</source>
        <translation>De printer heeft het blad niet aangenomen. Probeer het opnieuw, of schrijf de groepen met de hand over, elk met zijn nummer.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Vergrendel</translation>
    </message>
    <message>
        <source>Practice: invented cases, gone when you close the desk</source>
        <translation>Oefenpraktijk: verzonnen gegevens, verdwijnen bij afsluiten</translation>
    </message>
    <message>
        <source>Something went wrong here (%1). What you saved is safe; lock and open again.</source>
        <translation>Hier ging iets mis (%1). Wat u hebt opgeslagen, is veilig; vergrendel en open opnieuw.</translation>
    </message>
</context>
<context>
    <name>StartFields</name>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>A case belongs to an organisation, and there is none yet.</source>
        <translation>Een dossier hoort bij een organisatie, en er is er nog geen.</translation>
    </message>
    <message>
        <source>Add an organisation</source>
        <translation>Voeg een organisatie toe</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>Eerste contact</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Positie</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Aard</translation>
    </message>
    <message>
        <source>May I record this?</source>
        <translation>Mag ik dit vastleggen?</translation>
    </message>
    <message>
        <source>May it be counted?</source>
        <translation>Mag het meetellen?</translation>
    </message>
    <message>
        <source>To read aloud: I make short notes that only I can read. You may see them and have them destroyed. May I record what we discuss? May I count it, as one of many, in figures that nobody can be recognised in?</source>
        <translation>Om voor te lezen: ik maak korte notities die alleen ik kan lezen. U mag ze inzien en laten vernietigen. Mag ik vastleggen wat we bespreken? Mag ik het meetellen, als een van vele, in cijfers waarin niemand te herkennen is?</translation>
    </message>
    <message>
        <source>Choose the organisation of this case, or add it here.</source>
        <translation>Kies de organisatie van dit dossier, of voeg haar hier toe.</translation>
    </message>
    <message>
        <source>A case belongs to an organisation, and there is none yet. Add it here; your words stay.</source>
        <translation>Een dossier hoort bij een organisatie, en er is er nog geen. Voeg haar hier toe; wat u typte blijft staan.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Nog niet gevraagd</translation>
    </message>
</context>
<context>
    <name>StepScreen</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Stap %1 van %2</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
</context>
<context>
    <name>StepWriting</name>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Verwijzing</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Hoe het staat</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Aangeboden</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Type a few letters and choose what it was.</source>
        <translation>Typ een paar letters en kies wat het was.</translation>
    </message>
</context>
<context>
    <name>StrangersPanel</name>
    <message>
        <source>If one of them is an old backup of yours, what you destroyed may still be in it. If you do not need it, delete it yourself.</source>
        <translation>Is er een oude back-up van uzelf bij, dan kan daar nog in staan wat u vernietigde. Hebt u die niet nodig, verwijder hem dan zelf.</translation>
    </message>
    <message>
        <source>These are named like backups of this vault, but the desk cannot vouch for them. They are not counted and push no backup out.</source>
        <translation>Deze heten als back-ups van deze kluis, maar de desk kan er niet voor instaan. Ze tellen niet mee en verdringen geen back-up.</translation>
    </message>
    <message>
        <source>Not an ordinary file</source>
        <translation>Geen gewoon bestand</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeg</translation>
    </message>
    <message>
        <source>A backup under a name the desk did not give</source>
        <translation>Een back-up onder een naam die de desk niet gaf</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Niet te lezen</translation>
    </message>
    <message>
        <source>Under an earlier key of this vault</source>
        <translation>Onder een eerdere sleutel van deze kluis</translation>
    </message>
    <message>
        <source>Does not open with the key of this vault</source>
        <translation>Gaat niet open met de sleutel van deze kluis</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschadigd</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>%1: suggestions</source>
        <translation>%1: suggesties</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestie</numerusform>
            <numerusform>%n suggesties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>This text is longer than a note can hold. Move a part to a second note; nothing is lost.</source>
        <translation>Deze tekst is langer dan een notitie kan bevatten. Verplaats een deel naar een tweede notitie; er gaat niets verloren.</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Time not recognised. For example 14:30 or 9:00.</source>
        <translation>Tijd niet herkend. Bijvoorbeeld 14:30 of 9:00.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Wat er is geschreven</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Er wacht niets op u.</translation>
    </message>
    <message>
        <source>Follow-ups of the coming week appear here.</source>
        <translation>Het vervolg van de komende week verschijnt hier.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Gedaan.</translation>
    </message>
</context>
<context>
    <name>TogetherCard</name>
    <message>
        <source>Too small to say much</source>
        <translation>Te klein om veel te zeggen</translation>
    </message>
    <message>
        <source>It may leave as it is. Together with the next quarter it says more.</source>
        <translation>Het mag zo naar buiten. Samen met het volgende kwartaal zegt het meer.</translation>
    </message>
    <message>
        <source>Show {period}</source>
        <translation>Toon {period}</translation>
    </message>
    <message>
        <source>Keep to one rhythm: if only small quarters wait, waiting tells that they were small.</source>
        <translation>Houd één ritme aan: als alleen kleine kwartalen wachten, verraadt het wachten dat ze klein waren.</translation>
    </message>
    <message>
        <source>It may leave as it is. In a longer period it says more.</source>
        <translation>Het mag zo naar buiten. In een langere periode zegt het meer.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search</source>
        <translation>Zoek</translation>
    </message>
    <message>
        <source>Search cases and notes</source>
        <translation>Zoek in dossiers en notities</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Bewaard %1</translation>
    </message>
</context>
<context>
    <name>TypeAhead</name>
    <message>
        <source>Type a few letters, or ↓</source>
        <translation>Typ een paar letters, of ↓</translation>
    </message>
    <message>
        <source>Nothing is chosen by these letters. Choose from the list, or clear them.</source>
        <translation>Met deze letters is niets gekozen. Kies uit de lijst, of wis ze.</translation>
    </message>
    <message>
        <source>For example: %1.</source>
        <translation>Bijvoorbeeld: %1.</translation>
    </message>
</context>
<context>
    <name>TypeBackStep</name>
    <message>
        <source>Type the sheet back</source>
        <translation>Typ het blad terug</translation>
    </message>
    <message>
        <source>Type the groups from the paper. So you know that it can be read when you need it.</source>
        <translation>Typ de groepen van het papier. Zo weet u dat het te lezen is als u het nodig hebt.</translation>
    </message>
</context>
<context>
    <name>TypingStep</name>
    <message>
        <source>All groups are right.</source>
        <translation>Alle groepen kloppen.</translation>
    </message>
</context>
<context>
    <name>Uncounted</name>
    <message numerus="yes">
        <source>%n case(s) of this period are not counted.</source>
        <translation>
            <numerusform>%n dossier van deze periode telt niet mee.</numerusform>
            <numerusform>%n dossiers van deze periode tellen niet mee.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the cases without an answer</source>
        <translation>Toon de dossiers zonder antwoord</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) have no answer yet to “May it be counted?”.</source>
        <translation>
            <numerusform>Bij %n dossier is “Mag het meetellen?” nog niet beantwoord.</numerusform>
            <numerusform>Bij %n dossiers is “Mag het meetellen?” nog niet beantwoord.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n case(s) the client did not agree.</source>
        <translation>
            <numerusform>Bij %n dossier stemde de cliënt er niet mee in.</numerusform>
            <numerusform>Bij %n dossiers stemde de cliënt er niet mee in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) were destroyed before there was an answer.</source>
        <translation>
            <numerusform>%n dossier is vernietigd voordat er een antwoord was.</numerusform>
            <numerusform>%n dossiers zijn vernietigd voordat er een antwoord was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are trial cases or duplicates.</source>
        <translation>
            <numerusform>%n dossier is een proefzaak of dubbel.</numerusform>
            <numerusform>%n dossiers zijn proefzaken of dubbel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UncountedCard</name>
    <message>
        <source>Once published, these figures stay as they are, also when an answer follows.</source>
        <translation>Na publicatie blijven deze cijfers zoals ze zijn, ook als er later een antwoord komt.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Maak ongedaan</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Looking after your backups</source>
        <translation>Uw back-ups worden bijgehouden</translation>
    </message>
</context>
<context>
    <name>ValueChip</name>
    <message>
        <source>Change: %1</source>
        <translation>Wijzig: %1</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>These are the invented figures of a practice.</source>
        <translation>Dit zijn verzonnen oefencijfers.</translation>
    </message>
    <message>
        <source>Proven: publication 1 of office {office} is unchanged since that office signed it.</source>
        <translation>Bewezen: publicatie 1 van meldpunt {office} is ongewijzigd sinds dat meldpunt haar ondertekende.</translation>
    </message>
    <message>
        <source>Proven: publications 1 to {last} of office {office} are complete, follow one another and are unchanged since that office signed them.</source>
        <translation>Bewezen: publicaties 1 tot en met {last} van meldpunt {office} zijn volledig, volgen op elkaar en zijn ongewijzigd sinds dat meldpunt ze ondertekende.</translation>
    </message>
    <message>
        <source>Whatever group of cases a reader has in mind, all these figures together leave at least {none} different numbers of cases possible for it; at least {one} to somebody who knows one of the cases, at least {two} to somebody who knows two.</source>
        <translation>Welke groep zaken een lezer ook in gedachten heeft, al deze cijfers samen laten daarvoor minstens {none} verschillende aantallen open; minstens {one} voor wie een van de zaken kent, minstens {two} voor wie er twee kent.</translation>
    </message>
    <message>
        <source>A 0 or a {base} does not show whether there was any case at all.</source>
        <translation>Uit een 0 of een {base} blijkt niet of er een zaak is geweest.</translation>
    </message>
    <message>
        <source>Not proven: that the office counted well, and that each true number lies within {window} of its figure; that is what the office promises. Nor that there are no newer publications than these.</source>
        <translation>Niet bewezen: dat het meldpunt goed heeft geteld, en dat elk echt aantal hoogstens {window} van zijn cijfer afwijkt; dat belooft het meldpunt. Ook niet dat er geen nieuwere publicaties zijn dan deze.</translation>
    </message>
    <message>
        <source>Some figures needed wider windows than usual (step {ladder}); a reader who knows the method may learn a little from that.</source>
        <translation>Sommige cijfers hadden ruimere marges nodig dan gewoonlijk (stap {ladder}); wie de methode kent, kan daar iets uit afleiden.</translation>
    </message>
    <message>
        <source>Not proven.</source>
        <translation>Niet bewezen.</translation>
    </message>
    <message>
        <source>What readers know from elsewhere, and what is merely likely, is beyond any proof.</source>
        <translation>Wat lezers van elders weten, en wat alleen waarschijnlijk is, valt buiten elk bewijs.</translation>
    </message>
    <message>
        <source>The set of cases that was found here is another one than the office found; one is enough.</source>
        <translation>De verzameling zaken die hier werd gevonden is een andere dan die van het meldpunt; één volstaat.</translation>
    </message>
    <message>
        <source>The {rows} figures about cases are multiples of {base} and fit together: there is a set of cases that has exactly the figures that stand.</source>
        <translation>De {rows} cijfers over zaken zijn veelvouden van {base} en passen bij elkaar: er bestaat een verzameling zaken met precies de cijfers die gelden.</translation>
    </message>
    <message>
        <source>At the time of publishing more possible numbers were stated, at most {claimed}; that was right for what was out by then. Rely on the numbers given here: they hold for everything together.</source>
        <translation>Bij het publiceren zijn meer mogelijke aantallen genoemd, hoogstens {claimed}; dat klopte met wat er toen uit was. Ga uit van de aantallen die hier staan: die gelden voor alles samen.</translation>
    </message>
    <message>
        <source>What follows is about the cases of the newest of them; those about other cases are proven as well.</source>
        <translation>Wat volgt gaat over de zaken van de nieuwste ervan; die over andere zaken zijn ook bewezen.</translation>
    </message>
    <message>
        <source>Some figures were replaced by corrected ones. That holds for the old and the new ones together, as long as no more than {corrected} cases were corrected at a time.</source>
        <translation>Sommige cijfers zijn vervangen door verbeterde. Dit geldt voor de oude en de nieuwe samen, zolang er niet meer dan {corrected} zaken tegelijk zijn verbeterd.</translation>
    </message>
    <message>
        <source>The {rows} published counts are exact, none is from 1 to {small}, and they fit together. {wide} withheld counts can each be anything from 0 to {base}; {narrow} others can be narrowed further, but none of them is shown to be from 1 to {small}. What is said about the withheld counts is just what follows from the published ones.</source>
        <translation>De {rows} gepubliceerde aantallen zijn exact, geen ervan is 1 tot en met {small}, en zij passen bij elkaar. {wide} weggelaten aantallen kunnen elk alles van 0 tot en met {base} zijn; {narrow} andere zijn verder in te perken, maar van geen daarvan blijkt dat het 1 tot en met {small} is. Wat over de weggelaten aantallen wordt gezegd, is precies wat uit de gepubliceerde volgt.</translation>
    </message>
    <message>
        <source>Not proven: that the office counted well, and that no small count is among those that can be narrowed. Groups of cases are not protected, only single cells, and a gap itself says that a count may be small. Nor is it proven that there are no newer publications than these.</source>
        <translation>Niet bewezen: dat het meldpunt goed heeft geteld, en dat er geen klein aantal is onder de aantallen die verder zijn in te perken. Groepen zaken zijn niet beschermd, alleen losse cellen, en een weglating zegt zelf al dat een aantal klein kan zijn. Ook is niet bewezen dat er geen nieuwere publicaties zijn dan deze.</translation>
    </message>
    <message>
        <source>A second case of the same person presupposes a first: of groups that hold only such further cases, fewer numbers may remain possible. And where the figures show that there were cases, they show that there were persons.</source>
        <translation>Een tweede zaak van dezelfde persoon veronderstelt een eerste: van groepen met alleen zulke vervolgzaken kunnen minder aantallen mogelijk blijven. En waar uit de cijfers blijkt dat er zaken waren, blijkt ook dat er personen waren.</translation>
    </message>
</context>
<context>
    <name>WithheldCard</name>
    <message>
        <source>Cannot be shown</source>
        <translation>Niet te tonen</translation>
    </message>
    <message numerus="yes">
        <source>%n small organisation(s) do not stand apart: fewer than 50 people.</source>
        <translation>
            <numerusform>%n kleine organisatie staat niet apart: minder dan 50 mensen.</numerusform>
            <numerusform>%n kleine organisaties staan niet apart: minder dan 50 mensen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkTab</name>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Professional hours</source>
        <translation>Vakuren</translation>
    </message>
    <message>
        <source>Remove the chosen line</source>
        <translation>Verwijder de gekozen regel</translation>
    </message>
    <message>
        <source>Nothing written down yet.</source>
        <translation>Nog niets opgeschreven.</translation>
    </message>
    <message>
        <source>Choose above what you did; a date and a few minutes are enough.</source>
        <translation>Kies hierboven wat u deed; een datum en een paar minuten zijn genoeg.</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Opgeschreven</translation>
    </message>
</context>
<context>
    <name>YearCard</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n uur</numerusform>
            <numerusform>%n uur</numerusform>
        </translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dit jaar</translation>
    </message>
    <message>
        <source>{activities}, {hours}</source>
        <translation>{activities}, {hours}</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n keer</numerusform>
            <numerusform>%n keer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_MoreFields</name>
    <message>
        <source>Grounds</source>
        <translation>Gronden</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Wens</translation>
    </message>
    <message>
        <source>In a few words of the client</source>
        <translation>In een paar woorden van de cliënt</translation>
    </message>
    <message>
        <source>How the client came</source>
        <translation>Hoe de cliënt kwam</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Gekomen via</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Between whom</source>
        <translation>Tussen wie</translation>
    </message>
    <message>
        <source>Link of the client</source>
        <translation>Schakel van de cliënt</translation>
    </message>
    <message>
        <source>Link of the other</source>
        <translation>Schakel van de ander</translation>
    </message>
    <message>
        <source>Same link or another</source>
        <translation>Zelfde schakel of een andere</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richting</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relatie</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Waar en wanneer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Hoe lang geleden</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Patroon</translation>
    </message>
</context>
<context>
    <name>_WordingWidget</name>
    <message>
        <source>What was written</source>
        <translation>Wat er is geschreven</translation>
    </message>
</context>
</TS>
