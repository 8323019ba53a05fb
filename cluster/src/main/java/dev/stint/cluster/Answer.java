package dev.stint.cluster;

import java.util.List;

/** What the authority says to a command. Refusals are values: they are expected. */
public sealed interface Answer {
  /** Whether the command did what it asked for, now or when it was said before. */
  default boolean isAccepted() {
    return !(this instanceof Refusing);
  }

  /** The answers that mean no; the text says what, why and what to try. */
  sealed interface Refusing extends Answer {
    /** For people. */
    String text();
  }

  /** Done, or was done before. */
  record Accepted() implements Answer {}

  /** The process under which the node takes part from now on. */
  record Registered(NodeProcess process) implements Answer {}

  /**
   * The job under which the request runs.
   *
   * @param attached whether an earlier submission had already made it
   */
  record Submitted(JobId job, boolean attached) implements Answer {}

  /** Where a job's root starts. */
  record Placed(JobRun run, CellId root, Epoch epoch, NodeProcess owner) implements Answer {}

  /** Cells for spawns, all in {@link Epoch#FIRST}. */
  record Granted(CellRange range) implements Answer {}

  /** Which cells are on the way, and which are not, with the reason. */
  record MovesStarted(List<MoveView> started, List<NotMoved> notMoved) implements Answer {
    /** Copies the lists. */
    public MovesStarted {
      started = List.copyOf(started);
      notMoved = List.copyOf(notMoved);
    }
  }

  /** A cell that stays where it is. */
  record NotMoved(CellId cell, String why) {}

  /** The answers to the commands of a batch, in their order. */
  record Each(List<Answer> answers) implements Answer {
    /** Copies the list. */
    public Each {
      answers = List.copyOf(answers);
    }
  }

  /** The cell has gone on to another epoch. */
  record StaleEpoch(String text, Epoch current) implements Refusing {}

  /** The attempt is not the pending one: it was aborted, committed or superseded. */
  record StaleAttempt(String text) implements Refusing {}

  /** The process may no longer write: its node registered again or was declared gone. */
  record Fenced(String text) implements Refusing {}

  /** The id or key is taken by a request for something else, or the state forbids it. */
  record Conflict(String text) implements Refusing {}

  /** The node exists but takes no work now. */
  record NotEligible(String text) implements Refusing {}

  /** No such node. */
  record NoSuchNode(String text) implements Refusing {}

  /** No such job. */
  record NoSuchJob(String text) implements Refusing {}

  /** No such cell: it never was, has ended, or was lost. */
  record NoSuchCell(String text) implements Refusing {}
}
