package dev.stint.cluster;

/**
 * The protocol's rules, each of which can be taken away. In production all hold; the simulation
 * takes one away at a time and has to notice, which shows that it would notice a bug of that kind.
 *
 * @param wholeImageBeforeStaged R3: the target says Staged only when it holds the whole image
 * @param freshEpochPerAttempt R4: every attempt draws an epoch never used before
 * @param exactResume R5: Resume acts only on exactly its attempt
 * @param exactStaged R5: Staged commits only exactly the pending attempt
 * @param exactDiscard R5: Discard acts only on exactly its attempt
 * @param frozenMeansFrozen R6: a cell does not run once its image has been sent
 * @param supersedeOnlyByFreezeOrFence R9: a committed owner is not replaced because it is silent
 * @param newIncarnationPerLife R10: a restarted process is a new one
 * @param staleAttemptsIgnored a Prepare is ignored unless its attempt is later than any seen
 * @param fencedTargetCannotCommit Staged of a fenced process does not commit
 * @param tombstones what has left is remembered, so that a late image is not taken for a new one
 * @param ordersOwedUntilDone orders are repeated until they are reported as carried out
 */
record Rules(
    boolean wholeImageBeforeStaged,
    boolean freshEpochPerAttempt,
    boolean exactResume,
    boolean exactStaged,
    boolean exactDiscard,
    boolean frozenMeansFrozen,
    boolean supersedeOnlyByFreezeOrFence,
    boolean newIncarnationPerLife,
    boolean staleAttemptsIgnored,
    boolean fencedTargetCannotCommit,
    boolean tombstones,
    boolean ordersOwedUntilDone) {
  /** The protocol as it is. */
  static final Rules ALL =
      new Rules(true, true, true, true, true, true, true, true, true, true, true, true);
}
