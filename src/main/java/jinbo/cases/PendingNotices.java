package jinbo.cases;

import java.util.List;
import jinbo.participant.insurer.InsurerCode;

/** Provides notices for insurers from another package: about sanctions that begin and end. */
public interface PendingNotices {

    /** Returns all notices in order, made by {@link PendingNotice#ofSanction}, including those that were sent. */
    List<PendingNotice> of(InsurerCode insurer);
}
