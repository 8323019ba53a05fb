package dev.stint.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.stint.image.JdkOpens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HelmChartTest {
  private final Helm chart = new Helm(Repository.root().resolve("helm/stint"));

  @Test
  void the_chart_lints_strictly() {
    LintResult result = chart.lint().strict().call();
    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @Test
  void it_renders_coordinator_nodes_services_and_budget() {
    String yaml = chart.template().withName("demo").set("insecure", true).call();
    assertThat(yaml)
        .contains("kind: StatefulSet", "name: demo-coordinator")
        .contains("kind: Deployment", "name: demo-node", "maxSurge: 1, maxUnavailable: 0")
        .contains("kind: PodDisruptionBudget")
        .contains("readinessProbe", "livenessProbe", "startupProbe")
        .contains("readOnlyRootFilesystem: true", "runAsNonRoot: true");
  }

  @Test
  void the_coordinator_is_asked_over_http_whether_it_lives() {
    String yaml = chart.template().withName("demo").set("insecure", true).call();
    assertThat(yaml)
        .contains("\"--http\", \"0.0.0.0:7480\"", "containerPort: 7480")
        .contains("httpGet: {path: /healthz, port: http}")
        .contains("{name: http, port: 7480, targetPort: http}");
  }

  @Test
  void the_grace_period_is_longer_than_the_drain() {
    String yaml = chart.template().withName("demo").set("insecure", true).call();
    assertThat(yaml).contains("terminationGracePeriodSeconds: 35");
  }

  @Test
  void without_consent_to_plain_traffic_it_refuses_and_says_how() {
    assertThatThrownBy(() -> chart.template().withName("demo").call())
        .hasMessageContaining("--set insecure=true");
  }

  @Test
  void a_misspelt_value_is_refused() {
    assertThatThrownBy(() ->
            chart.template().withName("demo").set("insecure", true).set("node.replica", 3).call())
        .hasMessageContaining("replica");
  }

  @Test
  void node_labels_become_arguments() {
    String yaml =
        chart
            .template()
            .withName("demo")
            .set("insecure", true)
            .set("node.labels.zone", "eu-1")
            .call();
    assertThat(yaml).contains("--label", "zone=eu-1");
  }

  @Test
  void nodes_in_the_image_show_the_state_of_the_jdk_that_travels() throws IOException {
    Path arguments = Repository.root().resolve("helm/image/node.args");
    assertThat(Files.readAllLines(arguments)).containsAll(JdkOpens.flags());
  }
}
