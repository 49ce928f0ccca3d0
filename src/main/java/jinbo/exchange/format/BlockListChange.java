package jinbo.exchange.format;

import jinbo.reference.phone.Mobile;

/** What becomes of one number between a block list and the next: a row of a delta. */
public sealed interface BlockListChange {

    /** The number. */
    Mobile mobile();

    /** The number was not on the list before and is now. */
    record Add(BlockListEntry entry) implements BlockListChange {

        @Override
        public Mobile mobile() {
            return entry.mobile();
        }
    }

    /**
     * The number was on the list before, with another first or last day.
     *
     * @param entry as it is now
     */
    record Change(BlockListEntry entry) implements BlockListChange {

        @Override
        public Mobile mobile() {
            return entry.mobile();
        }
    }

    /** The number was on the list before and is no more. */
    record Remove(Mobile mobile) implements BlockListChange {}
}
