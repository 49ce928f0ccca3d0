package jinbo.cases;

import java.util.List;
import jinbo.participant.insurer.InsurerCode;

/** Provides further notices for insurers: of sanctions that begin and end. */
public interface PendingNotices {

    /**
     * Returns all notices for an insurer, in order; the caller leaves out those that were sent before. Create them with
     * {@link PendingNotice#ofSanction}.
     */
    List<PendingNotice> of(InsurerCode insurer);
}
