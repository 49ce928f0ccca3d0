package jinbo.batch;

/**
 * What db-scheduler keeps of a partition that waits for a node.
 *
 * @param othersWorkedAt when other partitions of its step were last worked on, in milliseconds since 1970
 * @param deaths how many nodes died over it
 */
record PartitionState(long othersWorkedAt, int deaths) {

    PartitionState died() {
        return new PartitionState(othersWorkedAt, deaths + 1);
    }
}
