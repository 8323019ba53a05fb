package dev.stint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.Job;
import dev.stint.client.JobSpec;
import dev.stint.client.MainProgram;
import dev.stint.client.StintClient;
import dev.stint.coordinator.Coordinator;
import dev.stint.coordinator.CoordinatorOptions;
import dev.stint.node.HostPort;
import dev.stint.node.Node;
import dev.stint.node.NodeOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CoordinatorRestartTest {
  @TempDir private Path folder;

  private Coordinator coordinator(int port) throws Exception {
    return Coordinator.start(
        new CoordinatorOptions(folder.resolve("coordinator"), "127.0.0.1", port, false));
  }

  private MainProgram program(String end) throws Exception {
    String file = Programs.class.getName().replace('.', '/') + ".class";
    Path classes = folder.resolve("classes");
    Path copy = classes.resolve(file);
    Files.createDirectories(copy.getParent());
    try (InputStream in = Programs.class.getClassLoader().getResourceAsStream(file)) {
      Files.copy(in, copy);
    }
    return new MainProgram(
        Programs.class.getName(), List.of("lines", end), List.of(classes), false);
  }

  @Test
  void workGoesOnWhileTheCoordinatorIsAwayAndItsOutputIsWhole() throws Exception {
    Path end = folder.resolve("end");
    Coordinator first = coordinator(0);
    int port = first.port();
    try (Node node =
        Node.start(
            NodeOptions.local("node-1", new HostPort("127.0.0.1", port), folder.resolve("node")))) {
      String id;
      try (StintClient stint = StintClient.connect(first.address())) {
        Job<Void> job = stint.submitMain(JobSpec.named("lines"), program(end.toString()));
        Await.until(() -> job.output().findFirst().isPresent(), () -> node.name() + " is idle");
        id = job.id().value();
      }
      first.close();
      try (Coordinator second = coordinator(port);
          StintClient stint = StintClient.connect(second.address())) {
        Files.createFile(end);
        Job<Void> job = stint.job(id);
        job.get();
        List<String> lines = job.output().toList();
        assertThat(lines.getLast()).isEqualTo(String.valueOf(lines.size() - 1));
        assertThat(lines.get(lines.size() - 2)).isEqualTo("line " + (lines.size() - 2));
      }
    }
  }
}
