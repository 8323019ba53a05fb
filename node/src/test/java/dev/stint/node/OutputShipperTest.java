package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import dev.stint.proto.NodeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutputShipperTest {
  private static final CellId ONE = new CellId(1);
  private static final CellId TWO = new CellId(2);

  private final FakeLoop loop = new FakeLoop();
  private final FakeCoordinator coordinator = new FakeCoordinator();
  private final OutputShipper shipper = new OutputShipper("j", loop, coordinator);

  private void write(CellId cell, boolean error, String text) {
    shipper.write(cell, error, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> shipped() {
    return coordinator.told(NodeMessage.KindCase.OUTPUT).stream()
        .map(NodeMessage::getOutput)
        .map(part ->
            part.getCell()
                + (part.getErrorStream() ? "!" : ":")
                + part.getOffset()
                + " "
                + part.getData().toStringUtf8())
        .toList();
  }

  @Test
  void neighboursOfOneStreamTravelTogetherInTheOrderWritten() {
    write(ONE, false, "a");
    write(ONE, false, "b");
    write(ONE, true, "c");
    write(TWO, false, "d");
    write(ONE, false, "e");
    loop.run();

    assertThat(shipped()).containsExactly("1:0 ab", "1!2 c", "2:0 d", "1:3 e");
  }

  @Test
  void aTaskletThatComesFromElsewhereGoesOnWhereItsOutputEnded() {
    shipper.begin(ONE, 100);
    write(ONE, false, "x");

    assertThat(shipper.offset(ONE)).isEqualTo(101);
    assertThat(shipped()).containsExactly("1:100 x");
  }

  @Test
  void whatWasNotAcknowledgedGoesAgainWithTheNextSession() {
    write(ONE, false, "a");
    loop.run();
    write(TWO, false, "b");
    loop.run();
    shipper.acknowledged(ONE, 1);
    shipper.resend();

    assertThat(shipped()).containsExactly("1:0 a", "2:0 b", "2:0 b");
  }

  private long toldBytes() {
    return coordinator.told(NodeMessage.KindCase.OUTPUT).stream()
        .mapToLong(message -> message.getOutput().getData().size())
        .sum();
  }

  @Test
  void aNewSessionBeginsWithALittleAndAcknowledgementsDrawTheRest() {
    coordinator.connected(false);
    shipper.write(ONE, false, new byte[OutputShipper.MAX_HELD]);
    loop.run();
    coordinator.connected(true);
    shipper.resend();
    long most = OutputShipper.MAX_UNDER_WAY + (64 << 10);
    long acknowledged = 0;
    while (acknowledged < OutputShipper.MAX_HELD) {
      assertThat(toldBytes() - acknowledged).isBetween(1L, most);
      acknowledged = toldBytes();
      shipper.acknowledged(ONE, acknowledged);
    }
    assertThat(shipper.isShipped()).isTrue();
    assertThat(toldBytes()).isEqualTo(OutputShipper.MAX_HELD);
  }

  @Test
  void aLargeWriteWaitsForRoomPieceByPiece() throws InterruptedException {
    int size = 3 * OutputShipper.MAX_HELD;
    Thread writer = Thread.ofVirtual().start(() -> shipper.write(ONE, false, new byte[size]));
    long acknowledged = 0;
    while (acknowledged < size) {
      while (writer.getState() != Thread.State.WAITING
          && writer.getState() != Thread.State.TERMINATED) {
        Thread.onSpinWait();
      }
      assertThat(shipper.offset(ONE) - acknowledged)
          .isLessThanOrEqualTo(OutputShipper.MAX_HELD + (64 << 10));
      loop.run();
      acknowledged = toldBytes();
      shipper.acknowledged(ONE, acknowledged);
    }
    writer.join();
  }

  @Test
  void whatWasNotAcknowledgedForAWhileGoesAgainInTheSameSession() {
    write(ONE, false, "a");
    loop.run();
    shipper.redrive();
    write(TWO, false, "b");
    loop.run();
    assertThat(shipped()).containsExactly("1:0 a", "2:0 b");
    shipper.redrive();
    assertThat(shipped()).containsExactly("1:0 a", "2:0 b", "1:0 a");
    shipper.acknowledged(ONE, 1);
    shipper.acknowledged(TWO, 1);
    shipper.redrive();
    assertThat(shipped()).hasSize(3);
  }

  @Test
  void whatComesAfterOutputWaitsUntilAllOutputBeforeItIsKept() {
    List<String> done = new ArrayList<>();
    write(ONE, false, "a");
    loop.run();
    write(TWO, false, "b");
    shipper.whenShipped(() -> done.add("both"));
    shipper.acknowledged(TWO, 1);
    assertThat(done).isEmpty();

    write(ONE, false, "later");
    loop.run();
    shipper.acknowledged(ONE, 1);
    assertThat(done).containsExactly("both");
  }

  @Test
  void aWriterWaitsWhileTooMuchIsHeld() throws InterruptedException {
    shipper.write(ONE, false, new byte[OutputShipper.MAX_HELD]);
    loop.run();
    CountDownLatch through = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              write(ONE, false, "x");
              through.countDown();
            });
    while (writer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    shipper.acknowledged(ONE, OutputShipper.MAX_HELD);

    assertThat(through.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
