-- The home page asks for meetings whose time has passed without their being opened.
CREATE INDEX meeting_state ON meeting (state, starts_at);
