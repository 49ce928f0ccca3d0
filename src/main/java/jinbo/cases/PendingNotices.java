package jinbo.cases;

import java.util.List;
import jinbo.participant.insurer.InsurerCode;

/** Provides further notices for insurers: of sanctions that begin and end. */
public interface PendingNotices {

    /** Returns all notices in order, made by {@link PendingNotice#ofSanction}; the caller removes those sent before. */
    List<PendingNotice> of(InsurerCode insurer);
}
