package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.DrainView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
  @Test
  void a_table_aligns_text_to_the_left_and_figures_to_the_right() {
    Table<Integer> table =
        new Table<Integer>().text("NAME", n -> "n" + n).figure("SQUARE", n -> n * n);
    assertThat(table.render(List.of(3, 10)))
        .containsExactly("NAME  SQUARE", "n3         9", "n10      100");
  }

  @Test
  void durations_are_as_people_say_them() {
    assertThat(Shown.duration(Duration.ofMillis(1250))).isEqualTo("1.25 s");
    assertThat(Shown.duration(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    assertThat(Shown.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
  }

  @Test
  void a_drain_is_told_in_figures() {
    assertThat(DrainText.of("node-2", new DrainView(412, 0, 3, 0, true, List.of())))
        .isEqualTo("node-2 drained: 412 moved, 3 pinned, 0 lost");
  }

  @Test
  void answers_are_put_side_by_side_with_a_mark() {
    assertThat(new SideBySide("left", "right").render(List.of("same", "a"), List.of("same", "b")))
        .containsExactly("left     right", "same  =  same", "a     !  b");
  }

  @Test
  void nodes_have_bars() {
    assertThat(NodeBars.render(new FakeCluster().nodes()))
        .containsExactly(
            "node-1 [##############################] cpu 1.97, 2 tasklets",
            "node-2 [..............................] cpu 0.00, 0 tasklets (cordoned)");
  }

  @Test
  void where_nobody_watches_only_lasting_lines_are_written() {
    assertThat(view(false)).isEqualTo("moved\nmoved again\n");
  }

  @Test
  void on_a_terminal_the_block_below_is_drawn_again() {
    assertThat(view(true))
        .isEqualTo("bars\n\033[1A\033[Jmoved\nbars\n\033[1A\033[Jmoved again\nbars\n\033[1A\033[J");
  }

  private static String view(boolean live) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LiveView view = new LiveView(new PrintStream(out), live)) {
      view.show(List.of("bars"));
      view.add("moved");
      view.add("moved again");
    }
    return out.toString();
  }
}
