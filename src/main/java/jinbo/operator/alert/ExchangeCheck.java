package jinbo.operator.alert;

import java.util.List;

/** Looks for what needs a person about something that all insurers share. */
interface ExchangeCheck {

    Subject subject();

    List<Alert> find();

    /** What is looked at, in the order in which an operator would deal with it. */
    enum Subject {
        ACCESS_LOG("access-log"),
        RECOVERY("recovery"),
        PEOPLE("people"),
        CASES("cases"),
        SANCTIONS("sanctions"),
        OWN_KEYS("own-keys"),
        CALENDAR("calendar"),
        SCHEDULE("schedule"),
        DISK("disk"),
        DATABASE("database"),
        GATEWAYS("gateways"),
        PORTAL("portal");

        private final String label;

        Subject(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
