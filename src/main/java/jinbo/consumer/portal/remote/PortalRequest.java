package jinbo.consumer.portal.remote;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * A call of {@link ConsumerService} or {@link DeliveryReceipts#take} that a remote portal sends to the serving process;
 * its arguments are never logged.
 */
record PortalRequest(Method call, List<Object> arguments) {

    /** The methods that can be called, by name. */
    static final Map<String, Method> CALLS = Stream.concat(
                    Arrays.stream(ConsumerService.class.getMethods()),
                    Arrays.stream(DeliveryReceipts.class.getMethods())
                            .filter(method -> method.getName().equals("take")))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));

    PortalRequest {
        arguments = List.copyOf(arguments);
    }

    @Nullable
    Object execute(ConsumerService service, DeliveryReceipts receipts) {
        Object target = call.getDeclaringClass() == ConsumerService.class ? service : receipts;
        return ReflectionUtils.invokeMethod(call, target, arguments.toArray());
    }

    /** Leaves out the arguments, which may contain phone numbers. */
    @Override
    public String toString() {
        return "PortalRequest[" + call.getName() + "]";
    }
}
