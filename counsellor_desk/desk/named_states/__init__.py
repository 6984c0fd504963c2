"""The words for every named state, a table for each room that can be the matter. Other languages are in i18n."""
