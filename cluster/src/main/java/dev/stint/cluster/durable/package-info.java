/**
 * How a cell outlives its node: records of its steps on another node, outputs that leave only once
 * their record is there, and the hand-over of the latest record to a new owner when the old one was
 * fenced. {@link dev.stint.cluster.durable.OwnerMachine} is the side of the node that runs the
 * cell, {@link dev.stint.cluster.durable.BackupMachine} that of the node that keeps its records.
 * Messages may be lost, late, doubled and out of order.
 */
@NullMarked
package dev.stint.cluster.durable;

import org.jspecify.annotations.NullMarked;
