package dev.stint.cluster;

/**
 * A rule of the protocol that can be taken away. In production all hold; the simulation takes one
 * away at a time and has to notice, which shows that it would notice a bug of that kind.
 */
enum Rule {
  /** R3: the target says Staged only when it holds the whole image. */
  WHOLE_IMAGE_BEFORE_STAGED,
  /** R4: every attempt draws an epoch never used before. */
  FRESH_EPOCH_PER_ATTEMPT,
  /** R5: Resume acts only on exactly its attempt. */
  EXACT_RESUME,
  /** R5: Staged commits only exactly the pending attempt. */
  EXACT_STAGED,
  /** R5: Discard acts only on exactly its attempt. */
  EXACT_DISCARD,
  /** R6: a cell does not run once its image has been sent. */
  FROZEN_MEANS_FROZEN,
  /** R9: a committed owner is not replaced because it is silent. */
  SUPERSEDE_ONLY_BY_FREEZE_OR_FENCE,
  /** R10: a restarted process is a new one. */
  NEW_INCARNATION_PER_LIFE,
  /** What a node's former process still says does not fence the present one. */
  FORMER_PROCESSES_REMEMBERED,
  /** A Prepare is ignored unless its attempt is later than any seen. */
  STALE_ATTEMPTS_IGNORED,
  /** Staged of a fenced process does not commit. */
  FENCED_TARGET_CANNOT_COMMIT,
  /** What has left is remembered, so that a late image is not taken for a new one. */
  TOMBSTONES,
  /** Orders are repeated until they are reported as carried out. */
  ORDERS_OWED_UNTIL_DONE
}
