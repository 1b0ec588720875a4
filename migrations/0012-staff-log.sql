-- The staff log also shows keys for programs, publishing unread and live learning. Its index holds what it shows.
drop index ledger_of_staff;
create index ledger_of_staff on ledger (seq) where kind in ('staff_invited', 'staff_changed', 'passkey_added',
  'passkey_removed', 'passkey_suspended', 'passkey_required', 'sessions_ended', 'paper_changed', 'comment_mode_changed',
  'policy_activated', 'key_created', 'key_revoked', 'unread_armed', 'unread_disarmed', 'learning_set', 'learning_reset');
