package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
  @Test
  void readsHostsAndPorts() {
    assertThat(HostPort.parse("node-1:7401", 1)).isEqualTo(new HostPort("node-1", 7401));
    assertThat(HostPort.parse("node-1", 7401)).isEqualTo(new HostPort("node-1", 7401));
    assertThat(HostPort.parse(":7401", 1)).isEqualTo(new HostPort("localhost", 7401));
    assertThat(HostPort.parse("[::1]:7401", 1)).isEqualTo(new HostPort("::1", 7401));
    assertThat(HostPort.parse("[::1]:7401", 1)).hasToString("[::1]:7401");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a:", "::1"})
  void refusesWhatIsNoAddressWithAnExample(String text) {
    assertThatThrownBy(() -> HostPort.parse(text, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write host:port");
  }

  @Test
  void refusesAPortThatDoesNotExist() {
    assertThatThrownBy(() -> HostPort.parse("a:70000", 1))
        .hasMessage("a port is from 0 to 65535, not 70000");
  }
}
