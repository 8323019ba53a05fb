package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellState;
import dev.stint.cluster.ImageChunk;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Discard;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.NodeMessage.KindCase;
import dev.stint.proto.RefusalKind;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pieces of images as they come from another node, good and bad. */
class ArrivingImagesTest {
  private static final JobDefinition JOB = FakeCluster.job("j");

  private final FakeCluster cluster = new FakeCluster();
  private final FakeCluster.Member b = cluster.member("b");

  private static TransferChunk.Builder firstPiece(long totalBytes) {
    return TransferChunk.newBuilder()
        .setCell(5)
        .setEpoch(1)
        .setAttempt(2)
        .setTarget(FakeCluster.address("b").getNode())
        .setJob(JOB)
        .setTotalBytes(totalBytes)
        .setData(ByteString.copyFrom(new byte[ImageChunk.MAX_SIZE]));
  }

  @Test
  void anImageForWhichThereIsNoRoomIsRefused() {
    List<TransferAnswer> answers = new ArrayList<>();
    b.core.transferChunk(firstPiece(ArrivingImages.MAX_IMAGES + 1).build(), answers::add);

    assertThat(answers).singleElement().satisfies(no -> assertThat(no.getStaged()).isFalse());
    assertThat(b.coordinator.last(KindCase.REFUSED).getRefused().getKind())
        .isEqualTo(RefusalKind.REFUSAL_KIND_NO_CAPACITY);
    assertThat(b.core.cells().machine().state(new CellId(5)))
        .isInstanceOf(CellState.Released.class);
  }

  @Test
  void aPieceThatIsNotOfTheSizeItNamesIsNotTaken() {
    List<TransferAnswer> answers = new ArrayList<>();
    for (long size : new long[] {-1, 1, Long.MAX_VALUE}) {
      b.core.transferChunk(firstPiece(size).build(), answers::add);
    }
    b.core.transferChunk(firstPiece(3_000_000).setOffset(1).build(), answers::add);
    b.core.transferChunk(firstPiece(3_000_000).setOffset(1L << 40).build(), answers::add);

    assertThat(answers).hasSize(5).allSatisfy(no -> assertThat(no.getReason()).contains("size"));
    assertThat(b.core.cells().machine().cells()).isEmpty();
  }

  @Test
  void aLatePieceOfAnEarlierAttemptLeavesTheRoomOfTheAttemptUnderWay() {
    b.core.transferChunk(firstPiece(ImageChunk.MAX_SIZE + 1).setAttempt(3).build(), _ -> {});
    b.core.transferChunk(firstPiece(ArrivingImages.MAX_IMAGES + 1).build(), _ -> {});
    b.core.transferChunk(
        firstPiece(ImageChunk.MAX_SIZE + 1)
            .setAttempt(3)
            .setOffset(ImageChunk.MAX_SIZE)
            .setData(ByteString.copyFrom(new byte[1]))
            .build(),
        _ -> {});

    // It is looked at, and found to be none; not refused for want of room.
    assertThat(b.coordinator.last(KindCase.REFUSED).getRefused().getKind())
        .isEqualTo(RefusalKind.REFUSAL_KIND_BAD_IMAGE);
  }

  @Test
  void anImageWhoseRestNeverComesIsDropped() {
    b.core.transferChunk(firstPiece(3_000_000).build(), _ -> {});
    assertThat(b.core.cells().machine().cells()).hasSize(1);
    cluster.loop.advance(Duration.ofSeconds(61));
    assertThat(b.core.cells().machine().cells()).isEmpty();
  }

  @Test
  void aDiscardedImageLeavesATombstoneForAMinute() {
    b.core.transferChunk(firstPiece(3_000_000).build(), _ -> {});
    cluster.loop.advance(Duration.ofSeconds(30));
    b.order(
        CoordinatorMessage.newBuilder().setDiscard(Discard.newBuilder().setCell(5).setAttempt(2)));
    cluster.loop.advance(Duration.ofSeconds(59));
    assertThat(b.core.cells().machine().cells()).hasSize(1);
    cluster.loop.advance(Duration.ofSeconds(2));
    assertThat(b.core.cells().machine().cells()).isEmpty();
  }
}
