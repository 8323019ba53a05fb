package dev.stint.client;

/**
 * What submitting a job took.
 *
 * @param files class path entries and job files that the job needs
 * @param bytes their size
 * @param filesUploaded how many of them the cluster did not have
 * @param bytesUploaded their size
 * @param attached whether the job existed already, with the same body and arguments
 */
public record Submission(
    int files, long bytes, int filesUploaded, long bytesUploaded, boolean attached) {}
