package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.image.JdkOpens;
import org.junit.jupiter.api.Test;

class ServerRoleTest {
  @Test
  void nodes_open_the_packages_whose_state_travels() {
    assertThat(ServerRole.NODE.flags()).containsAll(JdkOpens.flags());
    assertThat(ServerRole.COORDINATOR.flags()).doesNotContainAnyElementsOf(JdkOpens.flags());
  }
}
