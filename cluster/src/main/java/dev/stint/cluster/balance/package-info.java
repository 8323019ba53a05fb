/**
 * Balancing: from what nodes measured to which cells should move, and why.
 *
 * <p>A {@link dev.stint.cluster.balance.Strategy} is a pure function from a {@link
 * dev.stint.cluster.balance.LoadView} to a {@link dev.stint.cluster.balance.Plan}. The coordinator
 * builds the view from the authority (which node owns a cell, or is about to) and the latest
 * heartbeats (everything else), asks {@link dev.stint.cluster.balance.Drain} first and {@link
 * dev.stint.cluster.balance.GreedyRefine} for the view as it will be after that, and turns each
 * planned move into a command.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.cluster.balance;
