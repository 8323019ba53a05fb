package dev.stint.runtime;

import dev.stint.runtime.SavedCell.SavedAnswer;
import dev.stint.runtime.SavedCell.SavedEnd;
import dev.stint.runtime.SavedCell.SavedParcel;
import org.jspecify.annotations.Nullable;

/**
 * What cells on different nodes say to each other. Every message may be lost, repeated or late:
 * requests carry their operation's key, and are put again after a move.
 */
sealed interface CellMessage {

  /** To a channel's home: a turn at it. The parcel is null where nothing is sent. */
  record Turn(ChannelId channel, OpKey key, ChannelOp op, @Nullable SavedParcel parcel)
      implements CellMessage {}

  /** To a channel's home: the asker gives the turn up, and awaits an answer all the same. */
  record Withdraw(ChannelId channel, OpKey key) implements CellMessage {}

  /** To a channel's home: the answer has arrived. */
  record Acknowledge(ChannelId channel, OpKey key) implements CellMessage {}

  /** To the asker: the channel's answer. */
  record Answer(SavedAnswer answer) implements CellMessage {}

  /** To a tasklet's cell: tell {@code key}'s cell when it has ended. */
  record Join(OpKey key) implements CellMessage {}

  /** To who asked by {@link Join}: it has ended. */
  record Joined(OpKey key, SavedEnd end) implements CellMessage {}

  /** To the cell that has a scope open: a tasklet forked in it has failed. */
  record ForkFailed(int scope, CellId child) implements CellMessage {}

  /** To a tasklet's cell: it is asked to throw. */
  record Interrupt(OpKey key, SavedParcel exception) implements CellMessage {}

  /** To a tasklet's cell: what it is told about its run. */
  record Ordered(OpKey key, Order order) implements CellMessage {}

  /** To a tasklet's cell: it is asked to end. */
  record Cancel() implements CellMessage {}
}
