package dev.stint.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandCodecTest {
  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000, 5);
  private static final NodeId NODE = new NodeId("n1");
  private static final NodeProcess PROCESS = NodeProcess.of("n1", 3);
  private static final JobRun RUN = new JobRun(new JobId("job"), 2);
  private static final CellId CELL = new CellId(77);
  private static final Epoch EPOCH = new Epoch(9);
  private static final Digest DIGEST = new Digest("ab".repeat(32));

  static final List<Command> ONE_OF_EACH =
      List.of(
          new Command.RegisterNode(
              NODE, "key", "host:1", new TreeMap<>(java.util.Map.of("zone", "eu")), 4, AT),
          new Command.NodeGone(PROCESS, "no heartbeat", AT),
          new Command.Cordon(NODE),
          new Command.Uncordon(NODE),
          new Command.Drain(NODE),
          new Command.ForgetNode(NODE),
          new Command.SubmitJob(request("key"), AT),
          new Command.StartJob(RUN.job(), NODE, AT),
          new Command.RootStarted(RUN, PROCESS),
          new Command.GrantCells(PROCESS, RUN, 64),
          new Command.CellsStarted(PROCESS, CELL),
          new Command.CellEnded(PROCESS, CELL, EPOCH, AT),
          new Command.StartMove(
              List.of(CELL, new CellId(78)),
              NODE,
              new MoveReason(MoveReason.Kind.BALANCE, "n1 is at 3.00"),
              AT),
          new Command.Staged(PROCESS, CELL, EPOCH, AT),
          new Command.Refused(
              PROCESS, CELL, EPOCH, new Refusal(Refusal.Kind.ANCHORED, "Census.socket"), AT),
          new Command.AbortMove(CELL, EPOCH, "too long", AT),
          new Command.OrderDone(PROCESS, CELL, OrderKind.RELEASE, EPOCH),
          new Command.CancelJob(RUN.job(), true, "Ctrl-C", AT),
          ended(new JobOutcome.Failed("java.lang.Error: ü", new Payload.Stored(DIGEST, 5), 1)),
          new Command.JobDropped(RUN, PROCESS),
          new Command.ForgetJob(RUN.job()),
          new Command.Batch(List.of(new Command.Cordon(NODE), new Command.Drain(NODE))));

  private static JobRequest request(String key) {
    return new JobRequest(
        RUN.job(),
        "Ein Name",
        DIGEST,
        DIGEST,
        new TreeMap<>(java.util.Map.of("priority", "5", "torture", "7")),
        key,
        2);
  }

  private static Command ended(JobOutcome outcome) {
    return new Command.JobEnded(RUN, PROCESS, CELL, EPOCH, outcome, AT);
  }

  @Test
  void everyCommandComesBackAsItWas() {
    for (Command command : ONE_OF_EACH) {
      assertThat(CommandCodec.decode(CommandCodec.encode(command))).isEqualTo(command);
    }
  }

  @Test
  void optionalPartsComeBackTooWhetherThereOrNot() {
    for (Command command :
        List.of(
            new Command.SubmitJob(request(null), AT),
            ended(new JobOutcome.Done(new Payload.None(), 3)),
            ended(new JobOutcome.Done(new Payload.Inline(Bytes.utf8("result")), 0)),
            ended(new JobOutcome.Cancelled("why not")))) {
      assertThat(CommandCodec.decode(CommandCodec.encode(command))).isEqualTo(command);
    }
  }

  @Test
  void noCommandIsLeftOutOfTheTest() {
    Set<Class<?>> tested = ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(tested).containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
  }

  @Test
  void bytesCutShortAreRefusedWhereverTheyAreCut() {
    for (Command command : ONE_OF_EACH) {
      byte[] whole = CommandCodec.encode(command).toByteArray();
      for (int length = 0; length < whole.length; length++) {
        Bytes cut = Bytes.copyOf(Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> CommandCodec.decode(cut))
            .as("%s cut to %d bytes", command, cut.size())
            .isInstanceOf(MalformedRecordException.class);
      }
    }
  }

  @Test
  void bytesAfterTheCommandAreRefused() {
    byte[] whole = CommandCodec.encode(new Command.Cordon(NODE)).toByteArray();
    assertThatThrownBy(
            () -> CommandCodec.decode(Bytes.copyOf(Arrays.copyOf(whole, whole.length + 1))))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("1 bytes too many");
  }

  @Test
  void damagedBytesGiveACommandOrARefusalButNeverAnythingElse() {
    Random random = new Random(1);
    for (Command command : ONE_OF_EACH) {
      byte[] whole = CommandCodec.encode(command).toByteArray();
      for (int i = 0; i < 300; i++) {
        byte[] damaged = whole.clone();
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        try {
          CommandCodec.decode(Bytes.copyOf(damaged));
        } catch (MalformedRecordException e) {
          assertThat(e).hasMessageNotContaining("null");
        }
      }
    }
  }

  @Test
  void aLaterVersionIsNamed() {
    byte[] bytes = CommandCodec.encode(new Command.Cordon(NODE)).toByteArray();
    bytes[0] = 9;
    assertThatThrownBy(() -> CommandCodec.decode(Bytes.copyOf(bytes)))
        .hasMessageContaining("version 9")
        .hasMessageContaining("reads version 1");
  }

  @Test
  void theBytesOfTodayAreReadTomorrow() {
    String cordon = "01" + "03" + "00000002" + "6e31";
    byte[] bytes = java.util.HexFormat.of().parseHex(cordon);
    assertThat(CommandCodec.decode(Bytes.copyOf(bytes))).isEqualTo(new Command.Cordon(NODE));
    assertThat(CommandCodec.encode(new Command.Cordon(NODE))).isEqualTo(Bytes.copyOf(bytes));
  }
}
