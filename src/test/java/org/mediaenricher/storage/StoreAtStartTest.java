package org.mediaenricher.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.mediaenricher.problems.BadSetting;

class StoreAtStartTest {
    @Test
    void stops_the_start_whether_or_not_its_line_is_logged() {
        Logger log = Logger.getLogger(StoreAtStart.class.getName());
        log.setLevel(Level.OFF);
        try {
            StoreAtStart start = new StoreAtStart(storeOfABadSetting());
            assertThatThrownBy(start::check).isInstanceOf(BadSetting.class);
        } finally {
            log.setLevel(null);
        }
    }

    /** Like the container's proxy: what opening the store throws comes out of the first call. */
    private static ObjectStore storeOfABadSetting() {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    throw new BadSetting("mediaenricher.storage.kind", "is wrong");
                });
    }
}
