package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.cluster.NodeProcess;
import dev.stint.proto.BalanceReply;
import dev.stint.proto.CellLoad;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Heartbeat;
import dev.stint.proto.Hello;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.RootStarted;
import dev.stint.proto.SubmitRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four busy jobs on a node of two carriers, and an idle node beside it. */
class BalanceDeskTest {
  private final FakeDisk disk = new FakeDisk();
  private final FakeClock clock = new FakeClock();
  private final FakeLoop loop = new FakeLoop();
  private final Authority authority = new Authority();
  private CoordinatorCore core;
  private BalanceDesk desk;
  private Node busy;

  private static final class Node implements NodeLink {
    @Nullable NodeProcess process;

    @Override
    public void send(CoordinatorMessage message) {}

    @Override
    public void end() {}
  }

  @BeforeEach
  void start() throws Exception {
    core =
        new CoordinatorCore(
            authority,
            new FakeLog(authority),
            new BlobStore(disk),
            new OutputStore(disk),
            CompletableFuture.completedFuture(new InMemoryGrid()),
            loop,
            clock);
    core.start();
    desk = new BalanceDesk(core);
    busy = join("n1");
    Heartbeat.Builder load = Heartbeat.newBuilder().setReady(4).setCpu(2);
    for (int i = 0; i < 4; i++) {
      String id = "j" + i;
      core.jobs.submit(SubmitRequest.newBuilder().setJobId(id).build());
      CellId cell = job(id).root();
      say(
          NodeMessage.newBuilder()
              .setRootStarted(
                  RootStarted.newBuilder().setJobId(id).setRun(1).setCell(cell.number())));
      load.addCells(
          CellLoad.newBuilder()
              .setCell(cell.number())
              .setJobId(id)
              .setCpu(0.5)
              .setReady(true)
              .setImageBytes(1000));
    }
    say(NodeMessage.newBuilder().setHeartbeat(load));
    join("n2");
    loop.execute(core.loads::now);
    clock.advance(Duration.ofSeconds(10));
  }

  private Node join(String name) {
    Node node = new Node();
    Hello hello =
        Hello.newBuilder().setName(name).setProcessKey("key " + name).setCarriers(2).build();
    loop.execute(() -> core.hello(hello, node, process -> node.process = process));
    return node;
  }

  private void say(NodeMessage.Builder message) {
    loop.execute(() -> core.nodes.take(busy.process, busy, message.build()));
  }

  private JobView job(String id) {
    return authority.read(machine -> machine.job(new JobId(id))).orElseThrow();
  }

  private int pending() {
    return authority.read(machine -> machine.pendingMoves().size());
  }

  private static RequestException refusal(CompletableFuture<?> call) {
    Throwable failure = call.handle((_, thrown) -> thrown).join();
    return (RequestException)
        (failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
  }

  @Test
  void a_plan_says_what_would_move_and_why_and_moves_nothing() {
    BalanceReply plan = desk.balance(false).join();
    assertThat(plan.getMovesList()).isNotEmpty();
    assertThat(plan.getMoves(0).getFrom()).isEqualTo("n1");
    assertThat(plan.getMoves(0).getTo()).isEqualTo("n2");
    assertThat(plan.getMoves(0).getReason()).isNotEmpty();
    assertThat(plan.getMoves(0).getGainNanos()).isGreaterThan(plan.getMoves(0).getCostNanos());
    assertThat(pending()).isZero();
  }

  @Test
  void a_paused_balancer_moves_nothing_by_itself_but_what_it_is_told_to() {
    desk.pause(true).join();
    loop.execute(core::balance);
    assertThat(pending()).isZero();
    assertThat(new OperateDesk(core, "test").status().join().getNotesList())
        .contains("balancing is paused; 'stint balance resume' lets it go on");
    BalanceReply applied = desk.balance(true).join();
    assertThat(applied.getPaused()).isTrue();
    assertThat(pending()).isEqualTo(applied.getMovesCount()).isPositive();
  }

  @Test
  void a_resumed_balancer_balances() {
    desk.pause(true).join();
    desk.pause(false).join();
    loop.execute(core::balance);
    assertThat(pending()).isPositive();
  }

  @Test
  void a_plan_without_a_move_says_why() {
    desk.balance(true).join();
    BalanceReply plan = desk.balance(false).join();
    assertThat(plan.getMovesList()).isEmpty();
    assertThat(plan.getRemarksList()).isNotEmpty();
  }

  @Test
  void a_node_that_takes_part_is_not_forgotten_and_one_that_is_gone_is() {
    assertThat(refusal(desk.forgetNode("n1")).category())
        .isEqualTo(RequestException.Category.CONFLICT);
    assertThat(refusal(desk.forgetNode("n9")).getMessage())
        .isEqualTo("there is no node n9; 'stint node ls' shows those there are");
    loop.execute(() -> core.registrar.left(busy.process));
    desk.forgetNode("n1").join();
    assertThat(authority.<Integer>read(machine -> machine.nodes().size())).isEqualTo(1);
  }

  @Test
  void a_job_is_forgotten_once_it_has_ended() {
    assertThat(refusal(desk.forgetJob("j0")).category())
        .isEqualTo(RequestException.Category.CONFLICT);
    loop.execute(() -> core.registrar.left(busy.process));
    assertThat(job("j0").state()).isEqualTo(JobState.LOST);
    desk.forgetJob("j0").join();
    assertThat(authority.<Boolean>read(machine -> machine.job(new JobId("j0")).isEmpty())).isTrue();
    assertThat(refusal(desk.forgetJob("j0")).category())
        .isEqualTo(RequestException.Category.NOT_FOUND);
  }
}
