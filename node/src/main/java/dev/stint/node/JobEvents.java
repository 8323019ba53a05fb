package dev.stint.node;

import dev.stint.cluster.CellId;
import dev.stint.runtime.CellOutcome;

/** What the tasklets of a job do that the node has to see to. Called on the loop. */
interface JobEvents {
  /** A tasklet was spawned in a cell from the job's grant. */
  void spawned(HostedJob job, CellId cell);

  /** A tasklet has ended. */
  void ended(HostedJob job, CellId cell);

  /** An ended tasklet's result can be asked for by nobody any more, and has been let go. */
  void released(HostedJob job, CellId cell);

  /** The job has ended here. */
  void jobEnded(HostedJob job, CellOutcome outcome);

  /** A cell here has something to say to one that is not. */
  void sent(HostedJob job, CellId from, CellId to, byte[] message);

  /** A tasklet asks to be moved. */
  void moveRequested(HostedJob job, CellId cell, String node);
}
