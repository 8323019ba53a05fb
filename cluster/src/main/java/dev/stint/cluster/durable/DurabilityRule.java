package dev.stint.cluster.durable;

/**
 * A rule that can be taken away: in production all hold, the model takes one away at a time and has
 * to notice.
 */
enum DurabilityRule {
  /** R1: no output leaves before its record is on the backup. */
  COMMIT_BEFORE_RELEASE,
  /** R2: a slot takes no record any more once it has been sent to a new owner. */
  SEAL_BEFORE_SEND,
  /** R3: a new owner says Staged only when its backup has the record too. */
  BACKUP_BEFORE_STAGED,
  /** R12: what an attempt stages does not touch the slot of another epoch. */
  SLOTS_BY_EPOCH,
  /** A slot that was trimmed is not opened again by a late message. */
  TRIM_IS_REMEMBERED,
  /** A record holds the outputs that may not have been taken yet. */
  OUTBOX_IN_RECORD
}
