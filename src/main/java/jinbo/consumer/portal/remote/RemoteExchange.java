package jinbo.consumer.portal.remote;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import jinbo.consumer.CachedSupplier;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ReflectionUtils;

/** Gives a remote portal the services of the exchange, by sending each call as a portal request. */
public final class RemoteExchange implements AutoCloseable {

    /** Calls whose result is the same for every visitor, and is cached. */
    private static final Set<String> CACHED =
            Set.of("insurers", "lines", "daysOf", "confirmationKey", "supervision", "retention");

    private final PortalRequestSender sender;
    private final Map<PortalRequest, CachedSupplier<Object>> cached = new ConcurrentHashMap<>();
    private final NotificationListener notificationListener;

    public RemoteExchange(DataSource dataSource, RemotePortalSettings settings) {
        this.sender = new PortalRequestSender(JdbcClient.create(dataSource), settings);
        this.notificationListener =
                NotificationListener.listen(dataSource, "jinbo_portal_response", sender::onNotification);
    }

    /** Returns a service that sends each call as a portal request. */
    public ConsumerService consumerService() {
        return (ConsumerService) Proxy.newProxyInstance(
                ConsumerService.class.getClassLoader(), new Class<?>[] {ConsumerService.class}, this::invoke);
    }

    private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
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

    public DeliveryReceipts receipts() {
        return new RemoteDeliveryReceipts(sender);
    }

    @Override
    public void close() {
        notificationListener.close();
    }

    record RemoteDeliveryReceipts(PortalRequestSender sender) implements DeliveryReceipts {

        /** The possible names; only the serving process knows which gateways are configured. */
        private static final Set<String> GATEWAYS = Set.of("first", "second");

        @Override
        public boolean isKnown(String gateway) {
            return GATEWAYS.contains(gateway);
        }

        @Override
        public DeliveryReceipts.Outcome take(String gateway, String timestamp, String signature, byte[] body) {
            PortalRequest portalRequest = new PortalRequest(
                    Objects.requireNonNull(PortalRequest.CALLS.get("take")),
                    List.of(gateway, timestamp, signature, body));
            return (DeliveryReceipts.Outcome) Objects.requireNonNull(sender.send(portalRequest));
        }
    }
}
