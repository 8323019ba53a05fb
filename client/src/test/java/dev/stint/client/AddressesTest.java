package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "localhost,localhost:7400",
    "localhost:1,localhost:1",
    "' host:80 ',host:80",
    "10.0.0.1,10.0.0.1:7400",
    "[::1],[::1]:7400",
    "[::1]:99,[::1]:99"
  })
  void an_address_gets_the_usual_port(String given, String meant) {
    assertThat(Addresses.normalize(given)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":7400", "host:", "host:port", "host:0", "host:65536", "::1", "a/b:1", "a b"})
  void what_is_no_address_is_refused_with_an_example(String given) {
    assertThatThrownBy(() -> Addresses.normalize(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + given + "' is no address")
        .hasMessageContaining("localhost:7400");
  }

  @Test
  void the_variable_wins_over_the_context_which_wins_over_the_default() throws Exception {
    Path contexts = dir.resolve("contexts.properties");
    assertThat(Addresses.choose(null, contexts)).isEqualTo("localhost:7400");

    Files.writeString(contexts, "current=prod\nprod.address=prod.example:7401\n");
    assertThat(Addresses.choose("", contexts)).isEqualTo("prod.example:7401");
    assertThat(Addresses.choose("other:1", contexts)).isEqualTo("other:1");
  }

  @Test
  void a_context_without_an_address_is_named() throws Exception {
    Path contexts = dir.resolve("contexts.properties");
    Files.writeString(contexts, "current=prod\n");
    assertThatThrownBy(() -> Addresses.choose(null, contexts))
        .hasMessageContaining(contexts.toString())
        .hasMessageContaining("prod.address");
  }
}
