-- Who may read a line of the timeline besides those who have the case to work on; NULL for
-- nobody else. Lines written before say what they said; only who reads them is added.
ALTER TABLE case_event ADD COLUMN readers VARCHAR(100);

UPDATE case_event SET readers = 'everyone'
  WHERE message_key IN ('admission.note.published', 'admission.note.admitted', 'admission.note.sworn')
     OR message_key LIKE 'admission.note.activist.%' OR message_key LIKE 'admission.note.candidate.%'
     OR message_key LIKE 'admission.note.admission-%';

UPDATE case_event SET readers = 'subject'
  WHERE message_key IN ('admission.told.activistObjection', 'admission.told.objectionUpheld', 'admission.told.voteFailed',
    'admission.told.rejected', 'admission.told.approved', 'admission.told.ceremony', 'admission.told.ceremonyChanged',
    'admission.told.ceremonyOff', 'admission.note.transfer.accepted', 'admission.note.transfer.declined');

UPDATE case_event SET readers = 'mentor'
  WHERE message_key IN ('admission.told.periodOver', 'admission.told.periodLonger');
