//! A piece of the data: compiled into the crate, or of a user's file.

use core::ops::Deref;

/// Something a verdict shows of the data. What is compiled is pointed at, so that a verdict stays small and quick to make.
#[derive(Debug, Clone)]
pub(crate) enum Held<T: 'static> {
    Compiled(&'static T),
    Own(Box<T>),
}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Compiled(held) => held,
            Self::Own(held) => held,
        }
    }
}

impl<T: PartialEq> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Held<T> {}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Held<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Held<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|held| Self::Own(Box::new(held)))
    }
}
