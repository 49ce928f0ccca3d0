package jinbo.exchange.format;

import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** A row of a delta: the difference between two consecutive block lists for a number in a line of business. */
public sealed interface BlockListChange {

    Mobile mobile();

    LineCode line();

    /** A change that contains the entry as the newer list has it. */
    sealed interface EntryChange extends BlockListChange {

        BlockListEntry entry();

        @Override
        default Mobile mobile() {
            return entry().mobile();
        }

        @Override
        default LineCode line() {
            return entry().line();
        }
    }

    record Add(BlockListEntry entry) implements EntryChange {}

    /** The first or last day of the block has changed. */
    record Change(BlockListEntry entry) implements EntryChange {}

    record Remove(Mobile mobile, LineCode line) implements BlockListChange {}
}
