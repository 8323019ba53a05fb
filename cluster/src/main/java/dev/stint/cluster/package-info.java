/**
 * Pure state machines: who holds which cell, how cells move, and what follows when nodes come and
 * go.
 *
 * <p>{@link dev.stint.cluster.AuthorityMachine} is what the coordinators replicate: every change is
 * a {@link dev.stint.cluster.Command} from the log, answered by an {@link
 * dev.stint.cluster.Answer}; the orders that are due to nodes are {@link dev.stint.cluster.Effect}s
 * and follow from the log alone. {@link dev.stint.cluster.NodeMachine} is its counterpart on a
 * node: a {@link dev.stint.cluster.CellState} per cell, changed by {@link
 * dev.stint.cluster.CellEvent}s, with {@link dev.stint.cluster.CellEffect}s for the node to carry
 * out. Neither has threads, locks, clocks, randomness, I/O or an order that depends on hash codes;
 * each is owned by one loop.
 *
 * <p>The life of a planned move, left to right and down:
 *
 * <pre>
 * authority             owner (source)           target
 * StartMove
 *   SendPrepare  ----&gt;  Prepare, Freezing
 *                       SafepointReached, Frozen
 *                       SendTransfer  ---------&gt;  TransferReceived, Staging
 *                                                 CheckImage, StageOk, Staged
 *   Staged  &lt;-----------------------------------  SendStaged
 *   commit
 *   SendActivate  -----------------------------&gt;  Activate, Live
 *   SendRelease  ----&gt;  Release, Released
 *   OrderDone  &lt;------  SendOrderDone
 *   OrderDone  &lt;--------------------------------  SendOrderDone
 * </pre>
 *
 * An attempt that is refused or takes too long is aborted: the owner gets Resume, the target
 * Discard.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.cluster;
