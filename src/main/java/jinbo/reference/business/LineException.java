package jinbo.reference.business;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** What was asked about a line of business cannot be done. */
public sealed class LineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LineException(String message) {
        super(message);
    }

    /** There is no such line. */
    public static final class Unknown extends LineException {
        private static final long serialVersionUID = 1L;

        Unknown(LineCode code, Collection<LineCode> known) {
            super("There is no line of business " + code + ". Known: "
                    + known.stream().map(LineCode::value).sorted().collect(Collectors.joining(", ")));
        }
    }

    /** The code is taken. */
    public static final class Exists extends LineException {
        private static final long serialVersionUID = 1L;

        Exists(LineCode code) {
            super("There is a line of business " + code + " already; see \"line list\"");
        }
    }

    /** There are as many lines as there can be. */
    public static final class TooMany extends LineException {
        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super("There are " + most + " lines of business, and there cannot be more");
        }
    }

    /** The line is not open on a day. */
    public static final class NotOpen extends LineException {
        private static final long serialVersionUID = 1L;

        private NotOpen(String message) {
            super(message);
        }

        /** Nobody may name it then. */
        public static NotOpen on(BusinessLine line, LocalDate day) {
            return new NotOpen("The line of business " + line.code() + " is not open on " + day + ": it is open from "
                    + line.since()
                    + line.closedOn().map(closed -> " and closed on " + closed).orElse(""));
        }

        static NotOpen closedAlready(BusinessLine line) {
            return new NotOpen("The line of business " + line.code() + " is closed already, on "
                    + line.closedOn().orElseThrow());
        }
    }

    /** A day that is too early: it has begun, and what was said until today must stay true; or the line is not open by then. */
    public static final class DayPast extends LineException {
        private static final long serialVersionUID = 1L;

        /**
         * @param what happens on the day
         * @param tooEarly the last day that is too early
         */
        public DayPast(String what, LocalDate day, LocalDate tooEarly) {
            super(what + " on " + day + ", which must be after " + tooEarly
                    + "; what lists and receipts say until today stays true. Give a later day");
        }
    }
}
