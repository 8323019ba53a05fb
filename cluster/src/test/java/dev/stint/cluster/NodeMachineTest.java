package dev.stint.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeMachineTest {
  private static final NodeProcess SELF = NodeProcess.of("n1", 2);
  private static final NodeProcess EARLIER = NodeProcess.of("n1", 1);
  private static final NodeProcess PEER = NodeProcess.of("n2", 1);
  private static final JobRun RUN = new JobRun(new JobId("job"), 1);
  private static final CellId CELL = new CellId(5);
  private static final Epoch E2 = new Epoch(2);

  private final NodeMachine node = new NodeMachine(SELF);

  private static CellEvent.TransferReceived transfer(String image) {
    return new CellEvent.TransferReceived(
        RUN, Epoch.FIRST, E2, ImageChunk.split(Bytes.utf8(image)).getFirst());
  }

  @Test
  void aMessageForAnEarlierLifeIsDropped() {
    assertThat(node.receive(EARLIER, CELL, transfer("image"))).isEmpty();
    assertThat(node.state(CELL)).isEqualTo(CellState.ABSENT);
  }

  @Test
  void whoseCellItIsIsKnownUntilNothingIsLeftOfIt() {
    node.apply(CELL, new CellEvent.Started(RUN, Epoch.FIRST));
    assertThat(node.runOf(CELL)).contains(RUN);
    node.apply(CELL, new CellEvent.TaskletEnded());
    node.apply(CELL, new CellEvent.ResultTaken());
    assertThat(node.redrive()).containsExactly(new CellEffect.SendEnded(CELL, Epoch.FIRST));
    node.apply(CELL, new CellEvent.EndRecorded());
    assertThat(node.runOf(CELL)).isEmpty();
    assertThat(node.cells()).isEmpty();
    assertThat(node.redrive()).isEmpty();
  }

  @Test
  void whatIsStagedIsSaidAgainUntilTheAuthorityAnswers() {
    node.receive(SELF, CELL, transfer("image"));
    node.apply(CELL, new CellEvent.StageOk(E2));
    assertThat(node.redrive()).containsExactly(new CellEffect.SendStaged(CELL, E2));
    List<CellEffect> effects = node.receive(SELF, CELL, new CellEvent.Activate(E2));
    assertThat(effects)
        .containsExactly(
            new CellEffect.ThawAndRun(CELL, E2, Bytes.utf8("image")),
            new CellEffect.SendOrderDone(CELL, OrderKind.ACTIVATE, E2));
    assertThat(node.redrive()).isEmpty();
  }

  @Test
  void nothingOfADroppedRunBeginsAgain() {
    node.apply(CELL, new CellEvent.Started(RUN, Epoch.FIRST));
    assertThat(node.dropRun(SELF, RUN)).containsExactly(new CellEffect.StopTasklets(CELL));
    node.apply(CELL, new CellEvent.Expired());
    node.apply(CELL, new CellEvent.Started(RUN, Epoch.FIRST));
    node.receive(SELF, new CellId(6), transfer("image"));
    assertThat(node.isDropped(RUN)).isTrue();
    assertThat(node.cells()).isEmpty();
  }

  @Test
  void anotherRunOfTheSameJobMayBegin() {
    node.dropRun(SELF, RUN);
    JobRun next = new JobRun(RUN.job(), 2);
    node.apply(CELL, new CellEvent.Started(next, Epoch.FIRST));
    assertThat(node.state(CELL)).isInstanceOf(CellState.Live.class);
  }

  @Test
  void aNodeWithTombstonesOnlyIsEmpty() {
    node.apply(CELL, new CellEvent.Started(RUN, Epoch.FIRST));
    assertThat(node.isEmpty()).isFalse();
    node.receive(SELF, CELL, new CellEvent.Prepare(Epoch.FIRST, E2, PEER, "n2:1"));
    node.apply(CELL, new CellEvent.SafepointReached(E2, Bytes.utf8("image")));
    node.receive(SELF, CELL, new CellEvent.Release(Epoch.FIRST, E2, PEER, "n2:1"));
    assertThat(node.isEmpty()).isTrue();
  }

  @Test
  void anImageInManyPiecesIsPutTogetherInOrderWhateverComesTwice() {
    Bytes image = Bytes.utf8("abcdefg");
    List<ImageChunk> pieces = ImageChunk.split(image, 3);
    assertThat(pieces).hasSize(3);
    for (int index : List.of(1, 0, 0, 2, 1, 0, 2)) {
      node.receive(
          SELF, CELL, new CellEvent.TransferReceived(RUN, Epoch.FIRST, E2, pieces.get(index)));
    }
    node.apply(CELL, new CellEvent.StageOk(E2));
    assertThat(node.state(CELL)).isEqualTo(new CellState.Staged(E2, image));
  }
}
