package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.StintClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class GlobalOptionsTest {
  private final FakeCluster cluster = new FakeCluster();
  private final List<String> asked = new ArrayList<>();

  private StintClient connect(String address) {
    asked.add(address);
    return cluster;
  }

  private Invocation run(String line) {
    return Invocation.of(this::connect, line.split(" "));
  }

  private Invocation run(Screen screen, String line) {
    return Invocation.of(this::connect, screen, Map.of(), "", line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--address there:1 node ls -o name",
        "node --address there:1 ls -o name",
        "-o name node ls --address there:1",
        "--address=there:1 -oname node ls",
        "node ls -o=name --address=there:1",
      })
  void they_stand_before_or_behind_the_verb(String line) {
    Invocation result = run(line);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("node-1\nnode-2\n");
    assertThat(asked).containsExactly("there:1");
  }

  @Test
  void one_that_makes_no_sense_for_a_verb_is_refused() {
    Invocation result = run("-w node cordon node-1");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("stint: Unknown option: '-w'");
  }

  @Test
  void without_a_verb_the_help_is_shown() {
    Invocation result = run("--address there:1");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("Usage: stint");
    assertThat(run("--address there:1 node").err()).contains("say what to do", "drain");
  }

  @Test
  void fields_choose_parts_of_every_format() {
    assertThat(run("job ls --fields id,progress.done,progress.what -o jsonl").out())
        .isEqualTo("{\"id\":\"j7\",\"progress\":{\"done\":3,\"what\":\"files\"}}\n");
    assertThat(run("job ls --fields id,progress.done").out())
        .isEqualTo("ID  PROGRESS.DONE\nj7  3\n");
    assertThat(run("tasklet show c1.0 --fields id,route.to").out())
        .isEqualTo("id c1.0\nroute.to node-2\n");
    assertThat(run("job ls --fields ended -o jsonl").out()).startsWith("{\"ended\":");
  }

  @Test
  void a_field_that_is_not_there_is_refused_before_anything_is_asked() {
    Invocation result = run("job ls --fields progress.don");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "stint: there is no field 'progress.don'; there are done, total, what. -o json shows all"
                + " of them\n");
  }

  @Test
  void yaml_quotes_what_would_be_read_as_something_else() {
    assertThat(run("node show node-1 -o yaml --fields name,cpu,labels,address").out())
        .isEqualTo("name: node-1\ncpu: 1.97\nlabels: {}\naddress: 10.0.0.1:7401\n");
    String document = run("node show node-1 -o yaml --fields since,address,name").out();
    Map<String, Object> read = new Yaml().load(document);
    assertThat(read.values()).allMatch(value -> value instanceof String);
  }

  @Test
  void a_table_fits_the_terminal_and_never_wraps() {
    for (int width : IntStream.rangeClosed(1, 200).toArray()) {
      String out = run(FakeScreen.terminal(width, 24, 1), "tasklet ls").out();
      assertThat(out.lines()).hasSize(2).allMatch(line -> line.length() <= width);
    }
    assertThat(run(FakeScreen.terminal(80, 24, 1), "tasklet ls").out())
        .contains("pinned at Count.jav...");
    assertThat(run("tasklet ls").out()).contains("pinned at Count.java:12 (synchronized)");
  }

  @Test
  void a_watched_table_is_drawn_anew_in_a_terminal() {
    String out = run(FakeScreen.terminal(80, 24, 2), "node ls -w").out();
    assertThat(out).contains("\033[3A\033[J");
    assertThat(out.split("NAME", -1)).hasSize(3);
  }

  @Test
  void elsewhere_only_what_has_changed_is_written() {
    cluster.nodes =
        new ArrayList<>(
            List.of(
                List.of(FakeCluster.node("node-1", "UP", 2, 1)),
                List.of(FakeCluster.node("node-1", "UP", 2, 1)),
                List.of(
                    FakeCluster.node("node-1", "UP", 3, 1),
                    FakeCluster.node("node-2", "UP", 0, 0))));
    String out = run(FakeScreen.file(3), "node ls -w -o jsonl --fields name,tasklets").out();
    assertThat(out.lines())
        .containsExactly(
            "{\"name\":\"node-1\",\"tasklets\":2}",
            "{\"name\":\"node-1\",\"tasklets\":3}",
            "{\"name\":\"node-2\",\"tasklets\":0}");
  }

  @Test
  void a_dry_run_changes_nothing_and_shows_what_a_drain_would_touch() {
    Invocation drain = run("--dry-run node drain node-1");
    assertThat(drain.exitCode()).isZero();
    assertThat(drain.out())
        .isEqualTo(
            "node-1 is drained of 1 tasklet of 1 job\n"
                + "  j7: 1 tasklet\n"
                + "  c1.0 cannot move now: pinned at Count.java:12 (synchronized)\n");
    assertThat(run("node cordon node-1 --dry-run").out()).isEqualTo("node-1 would be cordoned\n");
    assertThat(run("job cancel j7 --dry-run").out()).startsWith("job j7 'count' would be cancel");
    Invocation move = run("tasklet move c1.0 node-3 --dry-run");
    assertThat(move.out()).isEqualTo("c1.0 would move: node-1 -> node-3\n");
    assertThat(move.exitCode()).isEqualTo(5);
    assertThat(cluster.cancelled).isEmpty();
    assertThat(cluster.changes).isEmpty();
  }

  @Test
  void a_person_is_asked_before_a_drain_unless_told_not_to() {
    assertThat(drain("n\n", "drain", "node-1").exitCode()).isEqualTo(130);
    assertThat(cluster.changes).isEmpty();
    assertThat(drain("y\n", "drain", "node-1").err()).contains("Drain node-1? [y/N]");
    assertThat(drain("", "drain", "node-1", "--yes").exitCode()).isZero();
    assertThat(cluster.changes).containsExactly("drain node-1", "drain node-1");
  }

  private Invocation drain(String typed, String... words) {
    List<String> line = new ArrayList<>(List.of("node"));
    line.addAll(List.of(words));
    return Invocation.of(
        this::connect,
        FakeScreen.terminal(80, 24, 1),
        Map.of("TERM", "dumb"),
        typed,
        line.toArray(String[]::new));
  }

  @Test
  void no_colour_is_used_where_it_is_not_wanted() {
    Map<String, String> plain = Map.of("NO_COLOR", "1");
    Screen screen = FakeScreen.terminal(80, 24, 1);
    assertThat(Invocation.of(this::connect, screen, plain, "", "node", "ls", "--help").out())
        .doesNotContain("\033");
    assertThat(Invocation.of(this::connect, screen, Map.of(), "", "node", "ls", "--help").out())
        .contains("\033");
  }

  @Test
  void a_node_that_is_not_there_is_3_as_everywhere() {
    for (String verb : List.of("show", "drain")) {
      Invocation result = run("node " + verb + " node-7");
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.err())
          .isEqualTo("stint: there is no node node-7; 'stint node ls' shows those there are\n");
    }
  }

  @Test
  void a_job_is_followed_until_it_has_ended() {
    assertThat(run(FakeScreen.file(9), "job show j7 -w").out()).contains(", done\n");
  }
}
