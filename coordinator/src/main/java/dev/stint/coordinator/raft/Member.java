package dev.stint.coordinator.raft;

import io.microraft.RaftEndpoint;

/** A coordinator of the group, by its name. */
record Member(String name) implements RaftEndpoint {
  @Override
  public Object getId() {
    return name;
  }
}
