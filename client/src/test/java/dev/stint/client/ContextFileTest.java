package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextFileTest {
  @TempDir Path dir;

  private Path place() {
    return ContextFile.place(Map.of("XDG_CONFIG_HOME", dir.toString()));
  }

  @Test
  void what_is_written_is_what_the_client_connects_to() throws Exception {
    ContextFile.read(place()).with("prod", "host").with("dev", "[::1]:7500").using("prod").write();
    assertThat(Addresses.choose(null, place())).isEqualTo("host:7400");
    assertThat(Addresses.choose("other:1", place())).isEqualTo("other:1");
    assertThat(Files.readString(place()))
        .isEqualTo("current=prod\ndev.address=[\\:\\:1]\\:7500\nprod.address=host\\:7400\n");
    assertThat(ContextFile.read(place()).addresses()).containsEntry("dev", "[::1]:7500");
  }

  @Test
  void a_current_one_that_is_removed_is_current_no_more() {
    ContextFile.read(place()).with("prod", "host").using("prod").without("prod").write();
    assertThat(ContextFile.read(place()).current()).isEmpty();
    assertThat(Addresses.choose(null, place())).isEqualTo(Addresses.DEFAULT);
  }

  @Test
  void names_and_addresses_that_are_none_are_refused() {
    ContextFile none = ContextFile.read(place());
    assertThatThrownBy(() -> none.with("a.b", "host")).hasMessageContaining("no name");
    assertThatThrownBy(() -> none.with("a", "host:x")).hasMessageContaining("no address");
  }
}
