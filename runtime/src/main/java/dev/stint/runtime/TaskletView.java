package dev.stint.runtime;

import dev.stint.TaskletStatus;

/**
 * A tasklet as an operator sees it.
 *
 * @param parent the cell that spawned it, or its own cell for the root
 * @param waitsFor what it waits for, in words, or an empty string
 * @param cpuNanos processor time used in its life, on all nodes
 * @param freezes how often it has been frozen in its life
 * @param pinned why it could not be unwound at last sight, or an empty string
 */
public record TaskletView(
    CellId cell,
    CellId parent,
    TaskletStatus status,
    String waitsFor,
    long cpuNanos,
    int freezes,
    String pinned) {}
