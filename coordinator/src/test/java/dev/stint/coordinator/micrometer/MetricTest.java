package dev.stint.coordinator.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricTest {
  @Test
  void the_documented_table_is_the_one_in_the_code() throws Exception {
    Path document = Path.of("..", "docs", "metrics.md");
    assertThat(Files.readString(document))
        .as("docs/metrics.md must contain this table:\n" + Metric.table())
        .contains(Metric.table());
  }
}
