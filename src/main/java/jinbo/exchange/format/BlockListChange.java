package jinbo.exchange.format;

import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** What becomes of one number in one line of business between a block list and the next: a row of a delta. */
public sealed interface BlockListChange {

    Mobile mobile();

    LineCode line();

    /** The number in this line was not on the list before and is now. */
    record Add(BlockListEntry entry) implements BlockListChange {

        @Override
        public Mobile mobile() {
            return entry.mobile();
        }

        @Override
        public LineCode line() {
            return entry.line();
        }
    }

    /** The number in this line was on the list before, with another first or last day. */
    record Change(BlockListEntry entry) implements BlockListChange {

        @Override
        public Mobile mobile() {
            return entry.mobile();
        }

        @Override
        public LineCode line() {
            return entry.line();
        }
    }

    /** The number in this line was on the list before and is not any more. */
    record Remove(Mobile mobile, LineCode line) implements BlockListChange {}
}
