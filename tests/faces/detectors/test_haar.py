import pytest

from limner.faces import registry
from limner.faces.detector import Detector
from limner.testing.detector_contract import DetectorContract


class TestHaar(DetectorContract):
    @pytest.fixture
    def detector(self) -> Detector:
        return registry.detector("haar")
