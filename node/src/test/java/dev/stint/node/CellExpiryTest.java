package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.Bytes;
import dev.stint.cluster.CellEvent;
import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.ImageChunk;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.NodeMachine;
import dev.stint.cluster.NodeProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellExpiryTest {
  private static final CellId CELL = new CellId(5);
  private static final JobRun RUN = new JobRun(new JobId("j"), 1);

  private final FakeLoop loop = new FakeLoop();
  private final NodeMachine machine = new NodeMachine(NodeProcess.of("a", 1));
  private final List<CellId> expired = new ArrayList<>();
  private final CellExpiry expiry = new CellExpiry(loop, machine, expired::add);

  private void happens(CellEvent event) {
    machine.apply(CELL, event);
    expiry.watch(CELL);
  }

  private void piece(int attempt, int index) {
    ImageChunk chunk = new ImageChunk(index, 3, Bytes.utf8("x"));
    happens(new CellEvent.TransferReceived(RUN, new Epoch(attempt - 1), new Epoch(attempt), chunk));
  }

  @Test
  void theTimeOfATombstoneIsItsOwn() {
    piece(2, 0);
    happens(new CellEvent.Discard(new Epoch(2)));
    loop.advance(Duration.ofSeconds(40));
    piece(3, 0);
    happens(new CellEvent.Discard(new Epoch(3)));
    loop.advance(Duration.ofSeconds(40));
    assertThat(expired).isEmpty();
    loop.advance(Duration.ofSeconds(21));
    assertThat(expired).containsExactly(CELL);
  }

  @Test
  void everyPieceThatComesGivesAnImageMoreTime() {
    piece(2, 0);
    loop.advance(Duration.ofSeconds(40));
    piece(2, 1);
    loop.advance(Duration.ofSeconds(40));
    piece(2, 1);
    assertThat(expired).isEmpty();
    loop.advance(Duration.ofSeconds(21));
    assertThat(expired).containsExactly(CELL);
  }
}
