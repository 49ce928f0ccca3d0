package jinbo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what it is shown, unless that becomes too much: then nothing. */
final class BoundedList<T> implements Consumer<T> {

    private final List<T> shown = new ArrayList<>();
    private final int most;
    private boolean fits = true;

    BoundedList(int most) {
        this.most = most;
    }

    @Override
    public void accept(T one) {
        fits &= shown.size() < most;
        if (fits) {
            shown.add(one);
        } else {
            shown.clear();
        }
    }

    /** All of them, if they were not too many. */
    Optional<List<T>> contentIfComplete() {
        return fits ? Optional.of(List.copyOf(shown)) : Optional.empty();
    }
}
