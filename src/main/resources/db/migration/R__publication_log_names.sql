-- The publication log names events and listeners by their classes. Publications that wait under a former name get the
-- present one, so that mails which could not be sent before an upgrade are sent after it.
UPDATE EVENT_PUBLICATION
SET EVENT_TYPE = 'org.leagueflow.notification.NotificationCreated',
    LISTENER_ID = 'org.leagueflow.notification.MailPost.send(org.leagueflow.notification.NotificationCreated)'
WHERE EVENT_TYPE = 'org.leagueflow.notification.Told';
