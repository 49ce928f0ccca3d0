package jinbo.platform.faultpoint;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Reports {@link FaultPoint#MIGRATING} to the listener: a migration has run, and its transaction is still open. */
@Component
class MigrationFaultPoints extends BaseCallback {

    private final FaultPointListener faultPointListener;

    MigrationFaultPoints(FaultPointListener faultPointListener) {
        this.faultPointListener = faultPointListener;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        faultPointListener.reached(FaultPoint.MIGRATING);
    }
}
