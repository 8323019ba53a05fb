package dev.stint.node;

final class TaskletRuntimeEngine {
  static Engine of(NodeOptions options) {
    throw new UnsupportedOperationException();
  }
}
