package dev.stint.cluster;

/**
 * The orders of a move that stay owed to a process until it reports that it has carried them out.
 */
public enum OrderKind {
  ACTIVATE,
  RELEASE,
  RESUME,
  DISCARD
}
