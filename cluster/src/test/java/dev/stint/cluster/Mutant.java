package dev.stint.cluster;

/** The protocol with one rule taken away; the simulation must notice each. */
enum Mutant {
  NONE,
  /** Without R3: Staged is said with the first piece. */
  STAGED_EARLY,
  /** Without R4: an attempt's epoch is the owner's plus one, so aborted ones come back. */
  EPOCH_REUSE,
  /** Without R5: any Resume thaws. */
  RESUME_ANY,
  /** Without R5: any Staged commits what is pending. */
  STAGED_ANY,
  /** Without R5: any Discard drops what is staged. */
  DISCARD_ANY,
  /** Without R6: the owner runs on while its image travels. */
  NO_FREEZE,
  /** Without R7: orders leave before the command is in the log. */
  SEND_BEFORE_LOG,
  /** Without R9: a committed owner that has not answered is replaced by the old one. */
  UNILATERAL,
  /** Without R10: a restarted process is taken for its predecessor. */
  NO_INCARNATION,
  /** A late Prepare freezes a cell whose attempt is over. */
  STALE_PREPARE,
  /** A fenced target's Staged commits. */
  COMMIT_TO_FENCED,
  /** A node forgets at once what has left it. */
  NO_TOMBSTONE,
  /** Orders are sent once and never again. */
  NO_REDRIVE;

  Rules rules() {
    return new Rules(
        this != STAGED_EARLY,
        this != EPOCH_REUSE,
        this != RESUME_ANY,
        this != STAGED_ANY,
        this != DISCARD_ANY,
        this != NO_FREEZE,
        this != UNILATERAL,
        this != NO_INCARNATION,
        this != STALE_PREPARE,
        this != COMMIT_TO_FENCED,
        this != NO_TOMBSTONE,
        this != NO_REDRIVE);
  }

  boolean sendsBeforeLog() {
    return this == SEND_BEFORE_LOG;
  }
}
