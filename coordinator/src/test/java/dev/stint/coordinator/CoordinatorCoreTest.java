package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.NodeState;
import dev.stint.proto.CellsCreated;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.DrainProgress;
import dev.stint.proto.Heartbeat;
import dev.stint.proto.Hello;
import dev.stint.proto.JobSettings;
import dev.stint.proto.LossPolicy;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.RootStarted;
import dev.stint.proto.Staged;
import dev.stint.proto.SubmitRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desks on a clock that the test moves, without threads, sockets or a real disk. */
class CoordinatorCoreTest {
  private static final Duration BEAT = Duration.ofMillis(500);

  private final FakeDisk disk = new FakeDisk();
  private final FakeClock clock = new FakeClock();
  private final FakeLoop loop = new FakeLoop();
  private final Authority authority = new Authority();
  private final FakeLog log = new FakeLog(authority);
  private CoordinatorCore core;

  private static final class Node implements NodeLink {
    final List<CoordinatorMessage> heard = new ArrayList<>();
    NodeProcess process;
    boolean ended;

    @Override
    public void send(CoordinatorMessage message) {
      heard.add(message);
    }

    @Override
    public void end() {
      ended = true;
    }

    List<CoordinatorMessage.KindCase> kinds() {
      return heard.stream().map(CoordinatorMessage::getKindCase).toList();
    }
  }

  @BeforeEach
  void start() throws Exception {
    core = newCore();
  }

  private CoordinatorCore newCore() throws Exception {
    CoordinatorCore made =
        new CoordinatorCore(
            authority,
            log,
            new BlobStore(disk),
            new OutputStore(disk),
            CompletableFuture.completedFuture(new InMemoryGrid()),
            loop,
            clock);
    made.start();
    return made;
  }

  private Node join(String name, Map<String, String> labels) {
    Node node = new Node();
    Hello hello =
        Hello.newBuilder()
            .setName(name)
            .setProcessKey("key " + name)
            .setCarriers(2)
            .putAllLabels(labels)
            .build();
    loop.execute(() -> core.hello(hello, node, process -> node.process = process));
    return node;
  }

  private Node join(String name) {
    return join(name, Map.of());
  }

  private void say(Node node, NodeMessage.Builder message) {
    loop.execute(() -> core.nodes.take(node.process, node, message.build()));
  }

  private void beat(Node node) {
    say(node, NodeMessage.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()));
  }

  private void passTime(Duration time, Node... beating) {
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(BEAT)) {
      clock.advance(BEAT);
      for (Node node : beating) {
        beat(node);
      }
      loop.execute(core::watch);
    }
  }

  private CellId submit(String id, JobSettings settings) throws Exception {
    core.jobs.submit(SubmitRequest.newBuilder().setJobId(id).setSettings(settings).build());
    return job(id).root();
  }

  private JobView job(String id) {
    return authority.read(machine -> machine.job(new JobId(id))).orElseThrow();
  }

  private NodeState stateOf(String node) {
    return authority.read(machine -> machine.node(new NodeId(node))).orElseThrow().state();
  }

  private String nodeOf(CellId cell) {
    return authority.read(machine -> machine.cell(cell)).orElseThrow().owner().node().name();
  }

  private void rootStarted(Node node, String id, CellId cell) {
    say(
        node,
        NodeMessage.newBuilder()
            .setRootStarted(
                RootStarted.newBuilder().setJobId(id).setRun(1).setCell(cell.number())));
  }

  @Test
  void a_burst_of_jobs_is_spread_over_the_nodes() throws Exception {
    join("n1");
    join("n2");
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      places.add(nodeOf(submit("j" + i, JobSettings.getDefaultInstance())));
    }
    assertThat(places).containsExactlyInAnyOrder("n1", "n1", "n2", "n2");
  }

  @Test
  void jobs_that_waited_are_spread_when_nodes_come() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(submit("j" + i, JobSettings.getDefaultInstance())).isNull();
    }
    join("n1", Map.of("zone", "a"));
    assertThat(nodeOf(job("j3").root())).isEqualTo("n1");
    join("n2");
    assertThat(nodeOf(submit("j4", JobSettings.getDefaultInstance()))).isEqualTo("n2");
  }

  @Test
  void a_job_waits_for_a_node_with_its_labels() throws Exception {
    join("n1", Map.of("zone", "us"));
    JobSettings settings = JobSettings.newBuilder().putLabels("zone", "eu").build();
    assertThat(submit("j1", settings)).isNull();
    assertThat(core.events.after(0, 100))
        .anySatisfy(event -> assertThat(event.getText()).contains("waits: no node").contains("eu"));
    join("n2", Map.of("zone", "eu"));
    assertThat(nodeOf(job("j1").root())).isEqualTo("n2");
  }

  @Test
  void a_node_whose_stream_broke_is_gone_after_three_seconds_and_told_so_when_it_is_back()
      throws Exception {
    Node node = join("n1");
    submit("j1", JobSettings.getDefaultInstance());
    loop.execute(() -> core.sessions.broken(node.process, node));
    passTime(Duration.ofMillis(2500));
    assertThat(stateOf("n1")).isEqualTo(NodeState.UP);
    passTime(Duration.ofSeconds(1));
    assertThat(stateOf("n1")).isEqualTo(NodeState.GONE);
    assertThat(job("j1").state()).isEqualTo(JobState.LOST);
    assertThat(core.events.after(0, 100))
        .anySatisfy(
            event -> assertThat(event.getText()).isEqualTo("1 tasklet of job j1 lost with n1#1"));
    Node again = new Node();
    Hello hello =
        Hello.newBuilder()
            .setName("n1")
            .setIncarnation(node.process.incarnation().number())
            .build();
    loop.execute(() -> core.hello(hello, again, _ -> {}));
    assertThat(again.heard.getFirst().getGoodbye().getReason())
        .contains("n1#1 was declared gone")
        .contains("start the node again");
  }

  @Test
  void a_slow_node_on_an_open_stream_gets_more_time() {
    Node node = join("n1");
    passTime(Duration.ofSeconds(19));
    assertThat(stateOf("n1")).isEqualTo(NodeState.UP);
    passTime(Duration.ofSeconds(2));
    assertThat(stateOf("n1")).isEqualTo(NodeState.GONE);
    assertThat(node.kinds()).contains(CoordinatorMessage.KindCase.GOODBYE);
    assertThat(node.ended).isTrue();
  }

  @Test
  void a_coordinator_that_stood_still_blames_nobody() {
    Node node = join("n1");
    passTime(Duration.ofSeconds(1), node);
    clock.advance(Duration.ofMinutes(1));
    loop.execute(core::watch);
    assertThat(stateOf("n1")).isEqualTo(NodeState.UP);
  }

  @Test
  void a_restart_policy_starts_the_job_again_on_another_node() throws Exception {
    Node first = join("n1");
    JobSettings settings =
        JobSettings.newBuilder().setOnLoss(LossPolicy.LOSS_POLICY_RESTART).build();
    submit("j1", settings);
    Node second = join("n2");
    loop.execute(() -> core.sessions.broken(first.process, first));
    passTime(Duration.ofSeconds(4), second);
    assertThat(job("j1").state()).isEqualTo(JobState.RUNNING);
    assertThat(job("j1").run().run()).isEqualTo(2);
    assertThat(nodeOf(job("j1").root())).isEqualTo("n2");
  }

  @Test
  void a_move_that_takes_too_long_is_aborted_and_the_owner_goes_on() throws Exception {
    Node first = join("n1");
    CellId cell = submit("j1", JobSettings.getDefaultInstance());
    rootStarted(first, "j1", cell);
    Node second = join("n2");
    CompletableFuture<?> move = new OperateDesk(core, "test").move(Wire.tasklet(cell), "n2");
    assertThat(first.kinds()).contains(CoordinatorMessage.KindCase.PREPARE);
    passTime(Duration.ofSeconds(9), first, second);
    assertThat(move).isNotDone();
    passTime(Duration.ofSeconds(2), first, second);
    assertThat(move)
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withMessageContaining("it took more than 10 s");
    assertThat(first.kinds()).contains(CoordinatorMessage.KindCase.RESUME);
    assertThat(nodeOf(cell)).isEqualTo("n1");
    say(
        second,
        NodeMessage.newBuilder()
            .setStaged(Staged.newBuilder().setCell(cell.number()).setAttempt(2)));
    assertThat(nodeOf(cell)).isEqualTo("n1");
    assertThat(second.kinds()).contains(CoordinatorMessage.KindCase.DISCARD);
  }

  @Test
  void a_drain_turns_back_what_is_on_its_way_to_the_node() throws Exception {
    Node first = join("n1");
    CellId cell = submit("j1", JobSettings.getDefaultInstance());
    rootStarted(first, "j1", cell);
    Node second = join("n2");
    CompletableFuture<?> move = new OperateDesk(core, "test").move(Wire.tasklet(cell), "n2");
    List<DrainProgress> seen = new ArrayList<>();
    loop.execute(() -> core.drainer.drain(new NodeId("n2"), Duration.ofSeconds(25), seen::add));
    loop.execute(core.drainer::look);
    assertThat(move)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withMessageContaining("n2 is being drained");
    assertThat(first.kinds()).contains(CoordinatorMessage.KindCase.RESUME);
    assertThat(seen.getLast().getFinished()).isTrue();
    say(
        second,
        NodeMessage.newBuilder()
            .setStaged(Staged.newBuilder().setCell(cell.number()).setAttempt(2)));
    assertThat(nodeOf(cell)).isEqualTo("n1");
  }

  @Test
  void an_operators_move_waits_until_the_root_has_started() throws Exception {
    Node first = join("n1");
    CellId cell = submit("j1", JobSettings.getDefaultInstance());
    Node second = join("n2");
    var moved = new OperateDesk(core, "test").move(Wire.tasklet(cell), "n2");
    assertThat(moved).isNotDone();
    rootStarted(first, "j1", cell);
    assertThat(first.kinds()).contains(CoordinatorMessage.KindCase.PREPARE);
    say(
        second,
        NodeMessage.newBuilder()
            .setStaged(Staged.newBuilder().setCell(cell.number()).setAttempt(2)));
    assertThat(moved.join().getTo()).isEqualTo("n2");
  }

  @Test
  void an_operators_move_does_not_wait_for_ever_for_a_root_to_start() throws Exception {
    Node first = join("n1");
    CellId cell = submit("j1", JobSettings.getDefaultInstance());
    Node second = join("n2");
    var moved = new OperateDesk(core, "test").move(Wire.tasklet(cell), "n2");
    passTime(Mover.TIMEOUT, first, second);
    assertThat(moved).isNotDone();
    passTime(BEAT, first, second);
    assertThat(moved)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withMessageContaining("not yet reported that it started");
  }

  @Test
  void ranges_that_are_reported_again_are_one_line_of_the_log_and_acknowledged() throws Exception {
    Node node = join("n1");
    submit("j1", JobSettings.getDefaultInstance());
    log.proposed.clear();
    say(
        node,
        NodeMessage.newBuilder()
            .setCellsCreated(
                CellsCreated.newBuilder()
                    .setJobId("j1")
                    .addAllCells(List.of(20L, 40L, 60L))
                    .setAgain(true)));
    assertThat(log.proposed).hasSize(1);
    assertThat(node.heard.getLast().getCellsCreatedAck().getCellsList())
        .containsExactly(20L, 40L, 60L);
  }

  @Test
  void a_drain_waits_for_a_cell_that_only_the_drained_node_has() throws Exception {
    Node first = join("n1");
    CellId cell = submit("j1", JobSettings.getDefaultInstance());
    rootStarted(first, "j1", cell);
    Node second = join("n2");
    new OperateDesk(core, "test").move(Wire.tasklet(cell), "n2");
    loop.execute(() -> core.registrar.left(first.process));
    List<DrainProgress> seen = new ArrayList<>();
    loop.execute(() -> core.drainer.drain(new NodeId("n2"), Duration.ofSeconds(25), seen::add));
    assertThat(seen.getLast().getFinished()).isFalse();
    assertThat(seen.getLast().getLeft()).isEqualTo(1);
    say(
        second,
        NodeMessage.newBuilder()
            .setStaged(Staged.newBuilder().setCell(cell.number()).setAttempt(2)));
    assertThat(nodeOf(cell)).isEqualTo("n2");
  }

  @Test
  void a_coordinator_that_starts_again_goes_on_with_a_move_that_was_under_way() throws Exception {
    Node first = join("n1");
    CellId cell = submit("j1", JobSettings.getDefaultInstance());
    rootStarted(first, "j1", cell);
    Node second = join("n2");
    new OperateDesk(core, "test").move(Wire.tasklet(cell), "n2");
    core = newCore();
    for (Node node : List.of(first, second)) {
      node.heard.clear();
      Hello hello =
          Hello.newBuilder()
              .setName(node.process.node().name())
              .setIncarnation(node.process.incarnation().number())
              .build();
      loop.execute(() -> core.hello(hello, node, _ -> {}));
    }
    assertThat(first.kinds())
        .containsExactly(CoordinatorMessage.KindCase.WELCOME, CoordinatorMessage.KindCase.PREPARE);
    long attempt = first.heard.getLast().getPrepare().getAttempt();
    say(
        second,
        NodeMessage.newBuilder()
            .setStaged(Staged.newBuilder().setCell(cell.number()).setAttempt(attempt)));
    assertThat(nodeOf(cell)).isEqualTo("n2");
    assertThat(second.kinds()).contains(CoordinatorMessage.KindCase.ACTIVATE);
    assertThat(first.kinds()).contains(CoordinatorMessage.KindCase.RELEASE);
  }
}
