package jinbo.consumer.portal.remote;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.consumer.CachedSupplier;
import jinbo.consumer.ConsumerService;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** Implements {@link ConsumerService} in a remote portal: each call is sent as a portal request. */
final class RemoteConsumerService implements InvocationHandler {

    /** Calls with the same result for every visitor. */
    private static final Set<String> CACHED = Set.of("insurers", "lines", "daysOf", "confirmationKey", "supervision");

    private final PortalRequestSender sender;
    private final Map<PortalRequest, CachedSupplier<Object>> cached = new ConcurrentHashMap<>();

    private RemoteConsumerService(PortalRequestSender sender) {
        this.sender = sender;
    }

    static ConsumerService create(PortalRequestSender sender) {
        return (ConsumerService) Proxy.newProxyInstance(
                ConsumerService.class.getClassLoader(),
                new Class<?>[] {ConsumerService.class},
                new RemoteConsumerService(sender));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return ReflectionUtils.invokeMethod(method, this, arguments);
        }
        PortalRequest portalRequest = new PortalRequest(method, arguments == null ? List.of() : List.of(arguments));
        return CACHED.contains(method.getName())
                ? cached.computeIfAbsent(
                                portalRequest,
                                request -> new CachedSupplier<>(() -> Objects.requireNonNull(sender.send(request))))
                        .get()
                : sender.send(portalRequest);
    }
}
