package dev.stint.runtime;

/**
 * A piece of a job's standard output or error.
 *
 * @param cell whose tasklet wrote it
 * @param sequence counts the chunks of that cell from 0, across both streams and across moves, so
 *     that a reader can restore the order and drop what it has already
 */
public record OutputChunk(CellId cell, long sequence, boolean error, byte[] bytes) {}
